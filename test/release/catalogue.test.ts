import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import { catalogueEntries } from '../../src/kernel/catalogue/catalogue-entries.ts';
import { releaseNotes } from '../../src/kernel/catalogue/release-notes.ts';
import { makeRelease } from '../../src/kernel/release/make-release.ts';
import { withdrawRelease } from '../../src/kernel/release/release-store.ts';
import { openReleasedLog, type ReleasedLog, site } from './released-log.ts';

/** Releases are catalogue records as soon as they are made, and no longer than they stand. */
let log: ReleasedLog;

beforeAll(async () => {
  log = await openReleasedLog();
  await log.write('sites', 's1', site(1));
});
afterAll(() => log.close());

test('a release is told of with its files in four languages, until it is withdrawn', async () => {
  const { services } = log.given;
  expect(await releaseNotes(services)).toEqual([]);
  await log.proof.sequenceNow();
  const wish = { registers: ['sites'], formats: ['csv'] as const };
  const { release } = await makeRelease(log.given, wish, { actor: 'administrator' });
  const [note, ...others] = await releaseNotes(services);
  expect(others).toEqual([]);
  expect(note).toMatchObject({ id: release.id, registers: ['sites'], path: `/releases/${release.id}` });
  expect(note!.files.map(({ path }) => path.split('.').at(-1))).toContain('csv');
  expect(Object.keys(note!.title).sort()).toEqual(['ar', 'az', 'en', 'fa']);
  const entries = await catalogueEntries(services, { caller: anonymous, releases: [note!] });
  expect(entries.find(({ type }) => type === 'release')).toMatchObject({
    id: `release.${release.id}`,
    register: 'sites',
    createdAt: note!.releasedAt,
  });
  await withdrawRelease(services.database, release.id, { by: 'a', reason: 'wrong', at: services.clock() });
  expect(await releaseNotes(services)).toEqual([]);
});
