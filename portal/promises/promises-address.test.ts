import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, views, writeAddress } from './promises-address.ts';
import { statuses } from './promises-answer.ts';

const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: undefined });

test('what is looked at stands in the address and is read from it again', () => {
  const address = fc.record({
    datetime: text,
    asOf: text,
    party: text,
    status: fc.option(fc.constantFrom(...statuses), { nil: undefined }),
    isWithoutEvidence: fc.boolean(),
    view: fc.constantFrom(...views),
  });
  fc.assert(
    fc.property(address, (given) => {
      expect(readAddress(new URLSearchParams(writeAddress(given)))).toEqual(given);
    }),
  );
});

test('what is no status or view is left aside', () => {
  const read = readAddress(new URLSearchParams('status=broken&view=moon&evidence=all'));
  expect(read).toEqual({ isWithoutEvidence: false, view: 'date' });
});
