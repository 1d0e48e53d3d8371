import sql from 'sql-template-tag';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { parseCheckpointText } from './checkpoint.ts';
import { formatSignature, parseNote } from './note.ts';
import { isSignedBy, parseVerifierKey } from './verifier-key.ts';

interface Options {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Takes in what witnesses signed under a checkpoint of this log (C2SP tlog-cosignature). Lines of witnesses that nobody
 * named, and lines that do not verify, are passed over.
 * @returns names of the witnesses whose lines were stored
 */
export async function acceptCosignatures(
  { database, clock }: Options,
  text: string,
): Promise<readonly string[]> {
  const note = parseNote(text);
  const size = note && parseCheckpointText(note.text)?.size;
  if (!note || size === undefined) return [];
  const [found] = await database.query(sql`
    select from ufuq.checkpoint where size = ${size}::bigint and starts_with(note, ${`${note.text}\n`})`);
  if (!found) return [];
  const witnesses = await database.query<{ vkey: string }>(sql`select vkey from ufuq.witness`);
  const accepted: string[] = [];
  for (const { vkey } of witnesses) {
    const key = parseVerifierKey(vkey);
    const line = note.signatures.find(({ name, id }) => name === key?.name && id === key.id);
    if (!key || !line || !isSignedBy(key, note.text, line.signature)) continue;
    await database.query(sql`
      insert into ufuq.cosignature (size, vkey, line, received_at)
      values (${size}::bigint, ${vkey}, ${formatSignature(line)}, ${clock()}::timestamptz)
      on conflict (size, vkey) do update set line = excluded.line, received_at = excluded.received_at`);
    accepted.push(key.name);
  }
  return accepted;
}
