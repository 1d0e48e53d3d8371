import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashLeaf, rootOfHashes } from '../log/proof/merkle-hash.ts';
import { rangesBeside, rootOfMultiProof } from './multi-proof.ts';

const sizes = fc.integer({ min: 1, max: 300 });
const trees = sizes.chain((size) =>
  fc.record({
    size: fc.constant(size),
    positions: fc
      .uniqueArray(fc.integer({ min: 1, max: size }), { maxLength: size })
      .map((positions) => positions.sort((a, b) => a - b)),
  }),
);
const leavesOf = (size: number) => Array.from({ length: size }, (_, i) => hashLeaf(`leaf ${i}`));

test('any set of leaves leads to the root with the hashes beside it, and with nothing else', () => {
  fc.assert(
    fc.property(trees, fc.nat(), ({ size, positions }, nth) => {
      const all = leavesOf(size);
      const root = Buffer.from(rootOfHashes(all));
      const hashes = [...rangesBeside(positions, size)].map(({ start, end }) =>
        rootOfHashes(all, start, end),
      );
      const leaves = positions.map((position) => all[position - 1]!);
      expect(Buffer.from(rootOfMultiProof(positions, leaves, hashes, size)!)).toEqual(root);
      expect(rootOfMultiProof(positions, leaves, [...hashes, hashLeaf('one more')], size)).toBeUndefined();
      if (hashes.length > 0)
        expect(rootOfMultiProof(positions, leaves, hashes.slice(1), size)).toBeUndefined();
      if (leaves.length > 0) {
        const wrong = leaves.with(nth % leaves.length, hashLeaf('another'));
        expect(Buffer.from(rootOfMultiProof(positions, wrong, hashes, size)!)).not.toEqual(root);
      }
    }),
  );
});

test('what was recorded together costs a few hashes, what was not at most the height of the tree each', () => {
  const together = Array.from({ length: 100_000 }, (_, i) => 7001 + i);
  expect([...rangesBeside(together, 1_000_000)].length).toBeLessThan(40);
  const apart = Array.from({ length: 100 }, (_, i) => 1 + i * 10_000);
  expect([...rangesBeside(apart, 1_000_000)].length).toBeLessThan(100 * 14);
});

test('positions outside of the tree prove nothing', () => {
  const leaf = hashLeaf('a');
  expect(rootOfMultiProof([2], [leaf], [], 1)).toBeUndefined();
  expect(rootOfMultiProof([1, 1], [leaf, leaf], [], 1)).toBeUndefined();
  expect(rootOfMultiProof([], [], [], 0)).toBeUndefined();
});
