import { expect, test } from 'vitest';
import type { Contestant } from './contestant.ts';
import { whoRaces } from './who-races.ts';

const contestant = (name: string, version: string | undefined): Contestant => ({
  name,
  version: () => version,
  start: () => Promise.reject(new Error('not started')),
});
const all = [contestant('ufuq', '1'), contestant('MapServer', '8'), contestant('tipg', undefined)];

test('who is not installed is named as left out', () => {
  const { present, versions, absent } = whoRaces(all, undefined);
  expect(present.map(({ name }) => name)).toEqual(['ufuq', 'MapServer']);
  expect(versions).toEqual(['ufuq 1', 'MapServer 8']);
  expect(absent).toEqual(['tipg: not installed']);
});

test('of the peers only those asked for race, and ourselves always', () => {
  const { present, absent } = whoRaces(all, 'TIPG');
  expect(present.map(({ name }) => name)).toEqual(['ufuq']);
  expect(absent).toEqual(['MapServer: not asked for', 'tipg: not installed']);
});
