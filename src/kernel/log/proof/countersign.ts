import sql from 'sql-template-tag';
import type { Database } from '../../db/database.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { checkpointAt } from './checkpoint-store.ts';
import type { KeyRing } from './key-ring.ts';
import { formatSignature } from './note.ts';
import { signText } from './signing-key.ts';

/**
 * Puts the signatures of keys that sign now, and have not, under the latest checkpoint: after a rotation the new key
 * stands beside the old one at once, and not at the next entry.
 */
export async function countersignLatest(database: Database, keys: KeyRing, now: Date): Promise<void> {
  const latest = await checkpointAt(database);
  const signed = latest && parseCheckpoint(latest.note);
  if (!latest || !signed) return;
  const has = new Set(signed.note.signatures.map(({ id }) => id));
  const lines = keys
    .signersAt(now)
    .filter(({ verifier }) => !has.has(verifier.id))
    .map((key) => formatSignature(signText(key, signed.note.text)));
  if (lines.length === 0) return;
  await database.query(sql`
    update ufuq.checkpoint set note = note || ${lines.join('')}
    where size = ${latest.size}::bigint and note = ${latest.note}`);
}
