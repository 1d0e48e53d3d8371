import { openSync, writeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failureSentence } from './failure-sentence.ts';

/** The error that an act ends in. */
function errorOf(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('it went well');
}

test('a place that cannot be written is named', () => {
  expect(failureSentence(errorOf(() => openSync('/no/such/folder/a.csv', 'w')))).toBe(
    '/no/such/folder/a.csv cannot be used: ENOENT',
  );
  expect(failureSentence(errorOf(() => openSync('/', 'w')))).toBe('/ cannot be used: EISDIR');
});

test.skipIf(process.platform !== 'linux')('a disk that is full is called so', () => {
  const full = openSync('/dev/full', 'w');
  expect(failureSentence(errorOf(() => writeSync(full, 'x')))).toBe('There is no room left on the disk');
});
