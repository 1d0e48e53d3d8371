import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import { checkpointAt } from '../../src/kernel/log/proof/checkpoint-store.ts';
import { makeReceipt } from '../../src/kernel/log/proof/make-receipt.ts';
import { verifyReceipt } from '../../src/kernel/log/proof/receipt.ts';
import { openWitnessPush, type WitnessPush } from '../../src/kernel/log/proof/witness-push.ts';
import { addWitness, witnesses } from '../../src/kernel/log/proof/witness-store.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';
import { TestWitness } from './test-witness.ts';

let log: ProvenLog;
let one: TestWitness;
let two: TestWitness;
let push: WitnessPush;
const state = async () =>
  new Map((await witnesses(log.kernel.database)).map((each) => [each.key.name, each]));
const size = async () => (await checkpointAt(log.kernel.database))!.size;
const grow = async (first: number, count: number) => {
  await log.addWells(first, count);
  await log.sequencer.sequenceNow();
};

beforeAll(async () => {
  log = await openProvenLog();
  await grow(0, 270);
  const trusted = log.keys.signersAt(new Date()).map(({ verifier }) => verifier);
  one = new TestWitness('one.example.org', log.keys.origin, trusted);
  two = new TestWitness('two.example.org', log.keys.origin, trusted);
  const byHost = (url: string) => (url.startsWith('https://one.') ? one : two);
  const { database, clock } = log.kernel;
  push = openWitnessPush({ database, clock, send: (url, init) => byHost(url).send(url, init) });
  expect(await addWitness(log.kernel, one.vkey, 'https://one.example.org/ufuq/')).toBe(true);
  expect(await addWitness(log.kernel, two.vkey, 'https://two.example.org')).toBe(true);
});
afterAll(() => log.close());

test('witnesses that verify the consistency sign, and receipts carry their lines', async () => {
  expect(await push.pushNow()).toBeUndefined();
  await grow(270, 300);
  await push.pushNow();
  expect(one.statuses).toEqual([200, 200]);
  expect(one.head).toMatchObject({ size: await size() });
  const keys = [...(await state()).values()].map(({ key }) => key);
  await log.addWells(900, 1);
  await log.sequencer.sequenceNow(); // not witnessed yet: older entries are proven by the tree that is
  const { database, registry } = log.kernel;
  const receipt = await makeReceipt(database, registry, {
    register: 'wells',
    record: 'well-3',
    caller: anonymous,
  });
  const trusted = log.keys.signersAt(new Date()).map(({ verifier }) => verifier);
  expect(verifyReceipt(receipt, trusted, keys)).toMatchObject({
    faults: [],
    witnessedBy: ['one.example.org', 'two.example.org'],
  });
  const stranger = new TestWitness('three.example.org', log.keys.origin, []);
  await addWitness(log.kernel, stranger.vkey);
  const all = [...(await state()).values()].map(({ key }) => key);
  expect(verifyReceipt(receipt, trusted, all).faults).toEqual(['witness']);
});

test('a witness that remembers another size is asked again from there', async () => {
  await push.pushNow();
  const before = one.head!;
  await grow(1000, 5);
  await push.pushNow();
  one.head = before; // it lost what it signed last
  one.statuses.length = 0;
  await grow(1010, 5);
  await push.pushNow();
  expect(one.statuses).toEqual([409, 200]);
  expect((await state()).get('one.example.org')).toMatchObject({ failures: 0, signed: await size() });
});

test('one that is down is asked less and less often, and delays nobody', async () => {
  two.isDown = true;
  await grow(1020, 5);
  expect(await push.pushNow()).toBe(1000);
  expect((await state()).get('one.example.org')!.signed).toBe(await size());
  expect((await state()).get('two.example.org')).toMatchObject({
    failures: 1,
    complaint: 'connection refused',
  });
  two.statuses.length = 0;
  await push.pushNow();
  expect((await state()).get('two.example.org')!.failures).toBe(1); // its turn has not come
  log.kernel.testClock.now += 1001;
  expect(await push.pushNow()).toBe(2000);
  two.isDown = false;
  log.kernel.testClock.now += 2001;
  expect(await push.pushNow()).toBeUndefined();
  expect((await state()).get('two.example.org')).toMatchObject({ failures: 0, complaint: null });
});

test('one that knows a larger tree, or another, says that entries were lost here', async () => {
  const { size: now } = one.head!;
  one.head = { size: now + 1000, root: new Uint8Array(32) };
  await grow(1030, 1);
  await push.pushNow();
  expect((await state()).get('one.example.org')!.complaint).toMatch(/entries were lost/);
  log.kernel.testClock.now += 10_000;
  one.head = { size: now, root: new Uint8Array(32).fill(7) };
  await push.pushNow();
  expect((await state()).get('one.example.org')!.complaint).toMatch(/422/);
});
