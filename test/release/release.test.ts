import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNote } from '../../src/kernel/log/proof/note.ts';
import { signText } from '../../src/kernel/log/proof/signing-key.ts';
import { makeRelease } from '../../src/kernel/release/make-release.ts';
import { manifestText, noteText } from '../../src/kernel/release/manifest.ts';
import { dropReleaseLeftovers } from '../../src/kernel/release/release-leftovers.ts';
import { folderSource } from '../../src/kernel/release/release-source.ts';
import { listReleases, type StoredRelease } from '../../src/kernel/release/release-store.ts';
import { verifyRelease } from '../../src/kernel/release/verify-release.ts';
import { writeRelease } from '../../src/kernel/release/write-release.ts';
import { openReleasedLog, type ReleasedLog, site } from './released-log.ts';

let log: ReleasedLog;
let release: StoredRelease;
let folder: string;
const actor = 'administrator';
const registers = ['sites', 'offices'];

beforeAll(async () => {
  log = await openReleasedLog();
  const office = (name: string) => ({ geometry: null, properties: { name } });
  await log.write('offices', 'o1', office('open'));
  await log.write('offices', 'o2', office('hidden'));
  const intents = Array.from({ length: 40 }, (_, n) => ({
    verb: 'create' as const,
    register: 'sites',
    record: `site-${n}`,
    body: site(n, n === 17 ? { owner: 'somebody' } : {}),
  }));
  await log.kernel.writer.write(intents, { caller: { kind: 'administrator', name: actor }, cause: 'test' });
  await log.proof.sequenceNow();
  log.kernel.testClock.set('2023-02-03T04:05:06Z');
  await log.write('sites', 'site-3', site(103));
  await log.write('sites', 'site-4', null);
  await log.write('vaults', 'v', office('gold'));
  await log.proof.sequenceNow();
  ({ release } = await makeRelease(log.given, { registers }, { actor }));
  folder = join(log.folder, 'out');
  await writeRelease(log.kernel.database, log.given.blobs, release, folder);
});
afterAll(() => log.close());

const verify = (path = folder, withRenditions = true) =>
  verifyRelease(folderSource(path), { withRenditions });
const file = (name: string) => readFileSync(join(folder, name));

describe('what a release holds', () => {
  test('every file of every register, and nothing that is not for everybody', async () => {
    expect(readdirSync(folder).sort()).toEqual(
      [
        ...registers.flatMap((id) =>
          ['csv', 'fgb', 'geojsonl', 'gpkg', 'parquet', 'proof'].map((ext) => `${id}.${ext}`),
        ),
        ...['checkpoint', 'keys', 'manifest.json', 'manifest.note', 'sites.pmtiles'],
      ].sort(),
    );
    for (const name of readdirSync(folder)) {
      const text = file(name).toString('latin1');
      for (const secret of ['somebody', 'hidden', 'gold', 'vaults', 'owner'])
        expect([name, text.includes(secret)]).toEqual([name, false]);
    }
    const [offices, sites] = release.manifest.registers;
    expect(offices).toMatchObject({ id: 'offices', records: 1, restricted: { rows: true, fields: false } });
    expect(sites).toMatchObject({
      id: 'sites',
      records: 39,
      withheld: 1,
      restricted: { rows: false, fields: true },
    });
    expect(sites!.sources).toHaveLength(6);
    expect(sites!.bbox).toEqual([45, 39, expect.any(Number), expect.any(Number)]);
    await expect(makeRelease(log.given, { registers: ['vaults'] }, { actor })).rejects.toMatchObject({
      id: 'register-not-found',
    });
  });

  test('records in the order of their entries, each a feature of GeoJSON with its entry', () => {
    const lines = file('sites.geojsonl')
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(39);
    const positions = lines.map(({ log: { position } }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(lines.at(-1)).toMatchObject({
      id: 'site-3',
      properties: { floors: 103 % 7 },
      log: { recordedAt: '2023-02-03T04:05:06Z', legalBasis: 'Order 7', salt: expect.any(String) },
    });
  });

  test('it verifies from its own files, with nothing from the log', async () => {
    expect(await verify()).toMatchObject({
      id: release.id,
      findings: [],
      records: 40,
      withheld: 1,
      areRenditionsChecked: true,
      areKeysTrusted: false,
    });
  });

  test('one of an earlier type verifies too, but for the way its map was written', async () => {
    const older = join(log.folder, 'older');
    await writeRelease(log.kernel.database, log.given.blobs, release, older);
    const map = Buffer.concat([file('sites.pmtiles'), Buffer.from('as it was written then')]);
    writeFileSync(join(older, 'sites.pmtiles'), map);
    const sha256 = createHash('sha256').update(map).digest('hex');
    const text = manifestText({
      ...release.manifest,
      type: 'ufuq-release/1',
      files: release.manifest.files.map((each) =>
        each.name === 'sites.pmtiles' ? { ...each, sha256, bytes: map.length } : each,
      ),
    });
    writeFileSync(join(older, 'manifest.json'), text);
    const id = createHash('sha256').update(text).digest('hex');
    const signed = noteText('ufuq-release/1', id);
    const signatures = log.proof.keys.signersAt(new Date()).map((key) => signText(key, signed));
    writeFileSync(join(older, 'manifest.note'), formatNote({ text: signed, signatures }));
    expect(await verify(older)).toMatchObject({ id, findings: [], areRenditionsChecked: false });
    writeFileSync(join(older, 'sites.pmtiles'), file('sites.pmtiles'));
    expect((await verify(older)).findings).toMatchObject([{ kind: 'file', file: 'sites.pmtiles' }]);
    rmSync(older, { recursive: true });
  });

  test('a wish that cannot be met is told everything that is wrong with it', async () => {
    const wish = { registers: [], position: 10_000, datetime: 'soon', formats: ['gpkg', 'dwg'] };
    await expect(makeRelease(log.given, wish, { actor })).rejects.toMatchObject({
      id: 'invalid-body',
      violations: [
        { pointer: '/registers' },
        { pointer: '/position' },
        { pointer: '/datetime' },
        { pointer: '/formats/1' },
      ],
    });
  });
});

describe('the same position gives the same bytes', () => {
  // These hashes were computed on both engines; a change of them is a change of the format and needs another number in it.
  test('as it did whenever and wherever these tests ran', () => {
    const hashes = Object.fromEntries(
      release.manifest.files.map(({ name, sha256 }) => [name, sha256.slice(0, 16)]),
    );
    expect({ id: release.id.slice(0, 16), ...hashes }).toMatchInlineSnapshot(`
      {
        "id": "cf94c37ee40062fb",
        "offices.csv": "75c1e4d7110875ad",
        "offices.fgb": "125504ab262e2847",
        "offices.geojsonl": "2aae05eb5a5d648c",
        "offices.gpkg": "7eaa98811d48a733",
        "offices.parquet": "1e4ffffd65eb63d0",
        "offices.proof": "25fcfb99065d79ee",
        "sites.csv": "de8a432e7f049e81",
        "sites.fgb": "8422abf2036c454d",
        "sites.geojsonl": "f147d996c8814936",
        "sites.gpkg": "4100ec4c52055ebb",
        "sites.parquet": "f76075217cdd6703",
        "sites.pmtiles": "da4dd7ab6642bee7",
        "sites.proof": "5f089ad512ebf8cd",
      }
    `);
  });

  test('after the register’s rows were written again in another order, with nothing left of the first release', async () => {
    const { database } = log.kernel;
    rmSync(join(log.folder, 'releases'), { recursive: true });
    await database.query(sql`delete from ufuq.release`);
    await database.query(
      sql`create table register.shuffled as select * from register.sites order by md5(_record)`,
    );
    await database.query(sql`truncate register.sites`);
    await database.query(sql`insert into register.sites select * from register.shuffled`);
    await database.query(sql`drop table register.shuffled`);
    await log.write('sites', 'site-5', site(205)); // what came later changes nothing
    await log.proof.sequenceNow();
    log.kernel.testClock.set('2031-01-01T00:00:00Z');
    const again = await makeRelease(
      log.given,
      { registers: [...registers].reverse(), position: release.position },
      { actor },
    );
    expect(again).toMatchObject({
      isNew: true,
      release: { id: release.id, manifestText: release.manifestText, note: release.note },
    });
  });

  test('asked for again, it is there already', async () => {
    const again = await makeRelease(log.given, { registers, position: release.position }, { actor });
    expect(again).toMatchObject({ isNew: false, release: { id: release.id } });
    expect((await listReleases(log.kernel.database, { register: 'sites' })).total).toBe(1);
  });
});

describe('what stops it', () => {
  test('cancelled anywhere, it leaves no file and no entry in the list', async () => {
    const before = await listReleases(log.kernel.database);
    for (const stop of ['proving', 'reading', 'writing', 'storing']) {
      const abort = new AbortController();
      const onProgress = ({ stage }: { stage: string }) => stage === stop && abort.abort();
      const wish = { registers, licence: `never made: ${stop}` };
      await expect(makeRelease(log.given, wish, { actor, signal: abort.signal, onProgress })).rejects.toThrow(
        /abort/i,
      );
    }
    expect(await listReleases(log.kernel.database)).toEqual(before);
    expect(readdirSync(log.given.blobs.incoming)).toEqual([]);
  });
});

test('what a killed release left behind is cleared away, and nothing that a release names', async () => {
  const { blobs } = log.given;
  const { database } = log.kernel;
  const half = join(blobs.incoming, 'release-half');
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'sites.gpkg'), 'half a file');
  const stray = join(log.folder, 'stray');
  writeFileSync(stray, 'stored, and never entered');
  const hash = createHash('sha256').update('stored, and never entered').digest('hex');
  await blobs.put({ path: stray, hash, size: 25 });
  expect(await dropReleaseLeftovers(database, blobs)).toBe(1);
  expect(existsSync(half)).toBe(false);
  expect(await blobs.size(hash)).toBeUndefined();
  for (const { sha256, bytes } of release.manifest.files) expect(await blobs.size(sha256)).toBe(bytes);
});

describe('what was changed is named', () => {
  test('any byte of any file (property)', async () => {
    const names = readdirSync(folder);
    const copy = join(log.folder, 'copy');
    await writeRelease(log.kernel.database, log.given.blobs, release, copy);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        async (name, at, bit) => {
          const right = readFileSync(join(copy, name));
          const wrong = Buffer.from(right);
          wrong[at % wrong.length]! ^= 1 << bit;
          writeFileSync(join(copy, name), wrong);
          const { findings } = await verify(copy, false);
          writeFileSync(join(copy, name), right);
          // A damaged key makes the signatures unknown, a damaged manifest is not the signed one.
          const told = findings.map((finding) => finding.file);
          const expected = name === 'manifest.json' ? ['manifest.json', 'manifest.note'] : [name];
          expect([name, at % wrong.length, told.some((each) => expected.includes(each))]).toEqual([
            name,
            at % wrong.length,
            true,
          ]);
        },
      ),
      { numRuns: Number(process.env.UFUQ_TAMPERS ?? 100) },
    );
    expect((await verify(copy)).findings).toEqual([]);
  }, 600_000);

  const changed = async (name: string, change: (text: string) => string) => {
    const right = file(name);
    writeFileSync(join(folder, name), change(right.toString()));
    const { findings } = await verify();
    writeFileSync(join(folder, name), right);
    return findings;
  };

  test('a record, by its line, id and position', async () => {
    const findings = await changed('sites.geojsonl', (text) => text.replace('"floors":5', '"floors":6'));
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: 'record',
        register: 'sites',
        record: 'site-5',
        line: 4,
        position: expect.any(Number),
      }),
    );
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'file', file: 'sites.geojsonl' }));
    expect(findings).toHaveLength(2);
  });

  test('a record left out, and two exchanged', async () => {
    const lines = file('sites.geojsonl').toString().trimEnd().split('\n');
    const without = await changed('sites.geojsonl', () => `${lines.toSpliced(4, 1).join('\n')}\n`);
    expect(without.map(({ kind }) => kind)).toContain('records');
    const swapped = [lines[1]!, lines[0]!, ...lines.slice(2)];
    const exchanged = await changed('sites.geojsonl', () => `${swapped.join('\n')}\n`);
    expect(exchanged.filter(({ kind }) => kind === 'record').map(({ line }) => line)).toEqual([1, 2]);
  });

  test('a rendition, by the first byte that differs', async () => {
    const at = file('sites.csv').indexOf('site-7');
    const findings = await changed('sites.csv', (text) => text.replace('site-7,', 'site-8,'));
    expect(findings).toEqual([{ kind: 'file', file: 'sites.csv', register: 'sites', byte: at + 5 }]);
  });

  test('a file that is gone', async () => {
    const right = file('sites.gpkg');
    rmSync(join(folder, 'sites.gpkg'));
    expect((await verify()).findings).toEqual([{ kind: 'missing', file: 'sites.gpkg', register: 'sites' }]);
    writeFileSync(join(folder, 'sites.gpkg'), right);
    expect(existsSync(join(folder, 'sites.gpkg'))).toBe(true);
  });
});
