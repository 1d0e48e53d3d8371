import { expect, test } from 'vitest';
import { anyText, countUpTo, oneOf, readParameters, requireParameters, trueOrFalse } from './parameters.ts';

const spec = { limit: countUpTo(1, 100), lang: oneOf('a', 'b'), all: trueOrFalse, q: anyText };

test('what fits is read', () => {
  expect(requireParameters({ limit: '7', lang: 'b', all: 'true', q: '' }, spec)).toEqual({
    limit: 7,
    lang: 'b',
    all: true,
    q: '',
  });
  expect(requireParameters({ limit: '12345678901234567890' }, spec).limit).toBe(100);
});

test('everything that does not fit is said at once, and what would be right', () => {
  const { violations } = readParameters(
    { limit: '1e2', lang: 'c', all: ['true', 'true'], q: '\0', x: '1' },
    spec,
  );
  expect(violations.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    'parameter:limit count',
    'parameter:lang not-allowed',
    'parameter:all parameter-repeated',
    'parameter:q characters-not-allowed',
    'parameter:x parameter-unknown',
  ]);
  expect(violations[1]!.params).toEqual({ value: 'c', allowed: 'a, b' });
});
