import fc from 'fast-check';
import sql, { raw, type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/kernel/log/proof/verify-log.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
beforeAll(async () => {
  log = await openProvenLog();
  await log.addWells(0, 280);
  await log.sequencer.sequenceNow();
  await log.addWells(280, 40);
  await log.sequencer.sequenceNow();
});
afterAll(() => log.close());

/** Everything that is proven, by table, key and column. */
const texts = [
  ['entry', 'position', 'record'],
  ['entry', 'position', 'body'],
  ['batch', 'last', 'actor'],
  ['batch', 'last', 'cause'],
  ['checkpoint', 'size', 'note'],
] as const;
const bytes = [
  ['leaf_block', 'block', 'salts'],
  ['leaf_block', 'block', 'commitments'],
  ['tile', 'level * 1000 + number', 'hashes'],
  ['checkpoint', 'size', 'root'],
] as const;

const row = (table: string, key: string, nth: number): Sql =>
  sql`(select ${raw(key)} from ufuq.${raw(table)} order by 1 offset ${nth} % (select count(*) from ufuq.${raw(table)}) limit 1)`;

/** Another character, or another bit, at some place of some row. */
function change(which: number, nth: number, place: number): Sql {
  const text = texts[which];
  if (text) {
    const [table, key, column] = text;
    const at = sql`(${place} % length(${raw(column)}) + 1)::int`;
    return sql`update ufuq.${raw(table)} set ${raw(column)} = overlay(${raw(column)} placing
      case substring(${raw(column)} from ${at} for 1) when 'x' then 'y' else 'x' end from ${at} for 1)
      where ${raw(key)} = ${row(table, key, nth)} returning 1`;
  }
  const [table, key, column] = bytes[which - texts.length]!;
  const at = sql`(${place} % length(${raw(column)}))::int`;
  return sql`update ufuq.${raw(table)} set ${raw(column)} =
    set_byte(${raw(column)}, ${at}, get_byte(${raw(column)}, ${at}) # ${1 << (place % 8)})
    where ${raw(key)} = ${row(table, key, nth)} returning 1`;
}

test('whatever single byte is changed, the check finds it', async () => {
  const { database } = log.kernel;
  const which = fc.integer({ min: 0, max: texts.length + bytes.length - 1 });
  const small = fc.integer({ min: 0, max: 1_000_000 });
  await fc.assert(
    fc.asyncProperty(which, small, small, async (kind, nth, place) => {
      let found = -1;
      const changing = database.transaction(async (tx) => {
        expect(await tx.query(change(kind, nth, place))).toHaveLength(1);
        found = (await verifyLog(tx)).findings.length;
        throw new Error('taken back');
      });
      await expect(changing).rejects.toThrow('taken back');
      expect(found).toBeGreaterThan(0);
    }),
    { numRuns: Number(process.env.UFUQ_TAMPERS ?? 30) },
  );
  expect((await verifyLog(database)).findings).toEqual([]);
}, 600_000);
