import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlay, type Stretch } from './timeline.ts';

interface Said extends Stretch {
  readonly value: number;
}

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 20 }), fc.boolean())
  .map(([from, length, isOpen]) => ({ from, to: isOpen ? Number.POSITIVE_INFINITY : from + length }));

test('the latest assertion that covers an instant wins, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), (assertions) => {
      let known: Said[] = [];
      for (const [value, assertion] of assertions.entries()) {
        const { closed, remainders } = overlay(known, assertion);
        known = known.filter((row) => !closed.includes(row));
        known.push(...remainders.map((part) => ({ ...part.stretch, value: part.row.value })));
        known.push({ ...assertion, value });
      }
      for (let instant = -1; instant < 45; instant++) {
        const expected = assertions.findLastIndex(({ from, to }) => from <= instant && instant < to);
        const holding = known.filter(({ from, to }) => from <= instant && instant < to);
        expect(holding.map((row) => row.value)).toEqual(expected < 0 ? [] : [expected]);
      }
    }),
  );
});
