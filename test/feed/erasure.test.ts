import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import type { FeedQuestion } from '../../src/kernel/log/feed/lens.ts';
import { openFeed } from '../../src/kernel/log/feed/open-feed.ts';
import { readChanges } from '../../src/kernel/log/feed/read-changes.ts';
import { erasePayload } from '../../src/kernel/log/proof/erasure.ts';
import { byAdministrator } from '../engines/kernel.ts';
import { openProvenLog, type ProvenLog } from '../proof/proven-log.ts';

/** What was erased is told as erased, to those who could read it, and whoever holds a copy is told to forget it. */
let log: ProvenLog;
let start: number;

const named = (record: string, name: string) => ({
  verb: 'replace' as const,
  register: 'rowed',
  record,
  body: { properties: { name }, geometry: null },
});

beforeAll(async () => {
  log = await openProvenLog();
  const { writer, reader } = log.kernel;
  start = await reader.position();
  await writer.write([named('seen', 'open')], byAdministrator); // +1
  await writer.write([named('hidden', 'closed')], byAdministrator); // +2
  await writer.write([{ verb: 'retire', register: 'rowed', record: 'seen' }], byAdministrator); // +3
  await writer.write([{ verb: 'retire', register: 'rowed', record: 'hidden' }], byAdministrator); // +4
  await log.sequencer.sequenceNow();
  const by = { actor: 'court', legalBasis: 'Data Protection Act', reason: 'asked for' };
  for (const position of [start + 1, start + 2]) await erasePayload(log.kernel, { position, ...by }); // +5 +6
}, 180_000);
afterAll(() => log.close());

async function told(question: FeedQuestion, since = 0): Promise<string[]> {
  const feed = await openFeed(log.kernel.registry, question);
  const { changes } = await readChanges(log.kernel.database, feed, { since: start + since, limit: 100 });
  return changes.map(
    ({ position, kind, record, erases }) =>
      `+${position - start} ${kind} ${record}${erases === undefined ? '' : ` of +${erases - start}`}`,
  );
}

test('the administrator replays holes, and hears what to forget', async () => {
  expect(await told({ caller: administrator, registers: ['rowed'] })).toEqual([
    '+1 erased seen',
    '+2 erased hidden',
    '+3 tombstone seen',
    '+4 tombstone hidden',
    '+5 erasure seen of +1',
    '+6 erasure hidden of +2',
  ]);
});

test('the public hears of what it could read, and not that anything else was there', async () => {
  const heard = ['+1 erased seen', '+3 tombstone seen', '+5 erasure seen of +1'];
  expect(await told({ caller: anonymous, registers: ['rowed'] })).toEqual(heard);
  expect((await told({ caller: anonymous })).filter((line) => !line.includes('declared'))).toEqual(heard);
});

test('who read it before and comes back after the erasure is told that it is gone', async () => {
  const filter = { source: "name = 'open'", language: 'cql2-text' as const };
  expect(await told({ caller: anonymous, registers: ['rowed'], filter }, 1)).toContain('+3 tombstone seen');
});
