import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { releaseMessages } from '../../src/cli/release/messages.ts';
import { addReleaseCommands } from '../../src/cli/release/release-verbs.ts';
import { addVerifyCommand } from '../../src/cli/verify.ts';
import { argumentsOf } from '../../src/kernel/i18n/format.ts';
import { languages } from '../../src/kernel/i18n/language.ts';
import { formatVerifierKey } from '../../src/kernel/log/proof/verifier-key.ts';
import { makeDelta } from '../../src/kernel/release/make-delta.ts';
import { makeRelease } from '../../src/kernel/release/make-release.ts';
import { writeDelta, writeRelease } from '../../src/kernel/release/write-release.ts';
import { openReleasedLog, type ReleasedLog, site } from './released-log.ts';

let log: ReleasedLog;
const path = (name: string) => join(log.folder, name);

beforeAll(async () => {
  log = await openReleasedLog();
  const { database } = log.kernel;
  const make = async (folder: string) => {
    await log.proof.sequenceNow();
    const wish = { registers: ['sites'], formats: ['csv'] };
    const { release } = await makeRelease(log.given, wish, { actor: 'administrator' });
    await writeRelease(database, log.given.blobs, release, path(folder));
    return release.id;
  };
  for (let n = 0; n < 5; n++) await log.write('sites', `site-${n}`, site(n));
  const older = await make('older');
  await log.write('sites', 'site-2', site(22));
  await log.write('sites', 'site-3', null);
  const newer = await make('newer');
  await writeDelta(database, log.given.blobs, await makeDelta(log.given, older, newer), path('delta'));
});
afterAll(() => log.close());
afterEach(() => {
  process.exitCode = undefined;
});

/** Runs a verb in this process; what it wrote and its exit code. */
async function run(...args: string[]): Promise<{ text: string; code: number }> {
  const program = new Command().exitOverride().enablePositionalOptions();
  addVerifyCommand(program);
  addReleaseCommands(program);
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await program.parseAsync(['node', 'ufuq', ...args]);
    const text = written.mock.calls.map(([chunk]) => String(chunk)).join('');
    return { text, code: Number(process.exitCode ?? 0) };
  } finally {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  }
}

test.each(languages)('every sentence is said in %s with the same arguments', (language) => {
  for (const [key, sentence] of Object.entries(releaseMessages.en)) {
    const own = releaseMessages[language][key as keyof typeof releaseMessages.en];
    expect([key, argumentsOf(own)]).toEqual([key, argumentsOf(sentence)]);
  }
});

test('a release is checked from its folder, with a key and without', async () => {
  const bare = await run('verify', path('older'));
  expect(bare).toMatchObject({ code: 0, text: expect.stringContaining('--key') });
  const vkey = formatVerifierKey(log.proof.keys.signersAt(new Date())[0]!.verifier);
  const trusting = await run('verify', join(path('older'), 'manifest.json'), '--key', vkey, '--json');
  expect(JSON.parse(trusting.text)).toMatchObject({ findings: [], areKeysTrusted: true, records: 5 });
});

test('what does not hold is named, and the exit code says so', async () => {
  const file = join(path('older'), 'sites.geojsonl');
  const right = readFileSync(file, 'utf8');
  writeFileSync(file, right.replace('"floors":2', '"floors":3'));
  const { text, code } = await run('verify', path('older'));
  writeFileSync(file, right);
  expect(code).toBe(1);
  expect(text).toContain('sites.geojsonl was changed.');
  expect(text).toContain('record site-2');
});

test('a delta is checked, and laid over the older release gives the newer', async () => {
  expect(await run('verify', path('delta'))).toMatchObject({
    code: 0,
    text: expect.stringContaining('changed: 1'),
  });
  const laid = await run('release', 'apply', path('older'), path('delta'), '--output', path('laid'));
  expect(laid.code).toBe(0);
  expect(readFileSync(join(path('laid'), 'sites.geojsonl'))).toEqual(
    readFileSync(join(path('newer'), 'sites.geojsonl')),
  );
  const wrong = run('release', 'apply', path('newer'), path('delta'), '--output', path('laid'));
  await expect(wrong).rejects.toThrow(/not of the release/);
});
