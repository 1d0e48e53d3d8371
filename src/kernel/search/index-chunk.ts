import sql from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { inChunks } from '../log/log-batch.ts';
import { type StoredRegister, storedRegisters } from '../register/definition-log.ts';
import { entryWords, vectorText } from './entry-words.ts';
import { fieldsMark } from './searched-fields.ts';

/** Number of the advisory lock that keeps one indexer at work among all processes. */
const lock = 0x75667377;

export interface IndexProgress {
  /** The log is indexed up to here. */
  readonly position: Position;
  readonly isBehind: boolean;
}

interface EntryRow {
  readonly position: number;
  readonly register: number;
  readonly record: string;
  readonly properties: string;
}

/**
 * Indexes the next entries of the log, and anew what registers say whose searched fields are other ones by now.
 * Undefined where another process is at it.
 */
export async function indexChunk(tx: Queryable, most: number): Promise<IndexProgress | undefined> {
  const [turn] = await tx.query<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as mine`);
  if (!turn!.mine) return undefined;
  const [state] = await tx.query<{ position: number; head: number }>(sql`
    select s.position, h.position as head from ufuq.search_state s, ufuq.head h`);
  const [from, head] = [Number(state!.position), Number(state!.head)];
  const registers = new Map((await storedRegisters(tx)).map((register) => [register.number, register]));
  await indexAnew(tx, registers, from, most);
  const to = Math.min(head, from + most);
  if (to > from) {
    await indexEntries(tx, registers, sql`e.position > ${from}::bigint and e.position <= ${to}::bigint`);
    await tx.query(sql`update ufuq.search_state set position = ${to}::bigint`);
  }
  return { position: to, isBehind: to < head };
}

async function indexEntries(
  tx: Queryable,
  registers: ReadonlyMap<number, StoredRegister>,
  where: ReturnType<typeof sql>,
): Promise<void> {
  // Canonical JSON puts the geometry first, and no geometry says "properties"; what nobody reads stays where it is.
  const rows = await tx.query<EntryRow>(sql`
    select e.position, e.register, e.record, substr(e.body, strpos(e.body, '"properties":') + 13) as properties
    from ufuq.entry e where ${where} and e.register > 0 and e.body is not null`);
  const lines: string[] = [];
  const vocabulary = new Set<string>();
  for (const { position, register, record, properties } of rows) {
    const known = registers.get(Number(register));
    if (!known) continue; // dropped since
    const said = JSON.parse(properties.slice(0, -1)) as Readonly<Record<string, unknown>>;
    const { open, all, vocabulary: words } = entryWords(known.definition, known.number, record, said);
    lines.push(
      `${position}\t${register}\t${escaped(record)}\t${vectorText(open)}\t${all ? vectorText(all) : '\\N'}\n`,
    );
    for (const word of words) vocabulary.add(word);
  }
  if (lines.length > 0)
    await tx.copyIn('ufuq.search_text (entry, register, record, words, all_words)', inChunks(lines));
  if (vocabulary.size > 0)
    await tx.query(sql`
      insert into ufuq.search_word select unnest(${[...vocabulary]}::text[]) on conflict do nothing`);
}

/** A register that is new has nothing indexed yet; one whose fields changed is indexed again from its first entry. */
async function indexAnew(
  tx: Queryable,
  registers: ReadonlyMap<number, StoredRegister>,
  position: Position,
  most: number,
): Promise<void> {
  const marks = await indexMarks(tx);
  for (const { number, definition } of registers.values()) {
    const mark = fieldsMark(definition);
    const before = marks.get(number);
    if (before === mark) continue;
    if (before !== undefined) {
      await tx.query(sql`delete from ufuq.search_text where register = ${number}`);
      for (let from = 0; from < position; from += most * 10)
        await indexEntries(
          tx,
          registers,
          sql`e.register = ${number} and e.position > ${from}::bigint
            and e.position <= ${Math.min(position, from + most * 10)}::bigint`,
        );
    }
    await tx.query(sql`
      insert into ufuq.search_register (register, fields) values (${number}, ${mark})
      on conflict (register) do update set fields = excluded.fields`);
  }
}

/** By which fields each register is indexed, by its number. */
export async function indexMarks(db: Queryable): Promise<ReadonlyMap<number, string>> {
  const rows = await db.query<{ register: number; fields: string }>(
    sql`select register, fields from ufuq.search_register`,
  );
  return new Map(rows.map(({ register, fields }) => [Number(register), fields]));
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
