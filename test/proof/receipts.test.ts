import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator } from '../../src/kernel/access/caller.ts';
import { makeReceipt } from '../../src/kernel/log/proof/make-receipt.ts';
import { formatVerifierKey } from '../../src/kernel/log/proof/verifier-key.ts';
import { checkReceipt } from './independent-verifier.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

/** Receipts that are made and checked: `UFUQ_RECEIPTS=10000` for as many as the promise is about. */
const count = Number(process.env.UFUQ_RECEIPTS ?? 200);
const batch = 100;

let log: ProvenLog;
beforeAll(async () => {
  log = await openProvenLog();
});
afterAll(() => log.close());

test(`an independent verifier accepts ${count} receipts, under trees of many sizes`, async () => {
  const { database, registry } = log.kernel;
  const vkey = formatVerifierKey(log.keys.signersAt(new Date())[0]!.verifier);
  const sizes = new Set<number>();
  for (let first = 0; first < count; first += batch) {
    await log.addWells(first, batch);
    await log.sequencer.sequenceNow();
    for (let i = 0; i < batch; i++) {
      // One of this batch and one from anywhere before it, in turn.
      const number = i % 2 === 0 ? first + i : (first * 7 + i * 31) % (first + batch);
      const record = `well-${number}`;
      const receipt = await makeReceipt(database, registry, {
        register: 'wells',
        record,
        caller: administrator,
      });
      const proven = checkReceipt(JSON.stringify(receipt), vkey);
      expect(proven.leaf.record).toBe(record);
      expect(proven.body).toMatchObject({ properties: { depth: number / 8 } });
      sizes.add(proven.size);
    }
  }
  expect(sizes.size).toBe(Math.ceil(count / batch));
}, 3_600_000);
