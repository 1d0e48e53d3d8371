import { expect, test } from 'vitest';
import { entityTag, matchPositions, noneMatch } from './entity-tag.ts';

test('tags are positions and what else the bytes depend on', () => {
  expect(entityTag({ position: 12 })).toBe('"12"');
  expect(entityTag({ position: 12, variant: ['jsonfg', undefined, 'full'], isWeak: true })).toBe(
    'W/"12.jsonfg.full"',
  );
});

test.each([
  [undefined, undefined],
  ['*', '*'],
  ['"12"', [12]],
  ['"12.full", "13"', [12, 13]],
  ['W/"12"', [-1]],
  ['"abc"', [-1]],
])('If-Match: %s', (header, positions) => {
  expect(matchPositions(header)).toEqual(positions);
});

test.each(['12', '"12', '"12" "13"', ''])('If-Match that is no list of tags: %s', (header) => {
  expect(() => matchPositions(header)).toThrow('bad-request');
});

test('If-None-Match compares weakly', () => {
  expect(noneMatch('W/"1", "2"', '"1"')).toBe(true);
  expect(noneMatch('*', '"1"')).toBe(true);
  expect(noneMatch('"3"', '"1"')).toBe(false);
  expect(noneMatch(undefined, '"1"')).toBe(false);
});
