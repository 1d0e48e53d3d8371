import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import { narrow } from '../../src/kernel/access/narrow.ts';
import { seededRandom } from '../../src/kernel/generate/random.ts';
import { LayerWriter, writeTile } from '../../src/kernel/geo/mvt/layer-writer.ts';
import { PathBuffer } from '../../src/kernel/geo/shape/path-buffer.ts';
import { readGeometry } from '../../src/kernel/geo/shape/read-geometry.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { resolveTime } from '../../src/kernel/query/position.ts';
import type { Field } from '../../src/kernel/register/declaration.ts';
import { SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { SnapshotTileSource } from '../../src/kernel/snapshot/snapshot-tile-source.ts';
import { SqlTileSource } from '../../src/kernel/tiles/sql-tile-source.ts';
import { isTagOf } from '../../src/kernel/tiles/tile-properties.ts';
import type { TileContents, TileQuestion, TileSource } from '../../src/kernel/tiles/tile-source.ts';
import { engineName } from '../engines/engine.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { change, places, question } from './random-register.ts';

/** A tile gets the same records and cells from the copy in memory as from the database. */

const runs = Number(process.env.UFUQ_SNAPSHOT_RUNS ?? 40);
const folder = mkdtempSync(join(tmpdir(), 'ufuq-snapshot-tiles-'));
let kernel: TestKernel;
let store: SnapshotStore;
let ours: TileSource;
let theirs: TileSource;
let fallbacks = 0;

beforeAll(async () => {
  kernel = await openKernel([places]);
  kernel.testClock.set('2020-01-05T00:00:00Z');
  const { database, registry } = kernel;
  store = new SnapshotStore({ database, registry, folder, mostChanges: 25 });
  await store.start();
  theirs = new SqlTileSource(database);
  const counted: TileSource = {
    contents(asked, use) {
      fallbacks++;
      return theirs.contents(asked, use);
    },
  };
  ours = new SnapshotTileSource(store, counted);
}, 180_000);

afterAll(async () => {
  await store.stop();
  await kernel.database.close();
  rmSync(folder, { recursive: true });
});

const field = (name: string) => places.fields.find((each) => each.name === name)!;
const tile = fc.record({
  box: fc
    .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 16 }), fc.constantFrom(0.25, 1, 5.3))
    .map(([x, y, size]) => [44 + x / 4, 44 + y / 4, 44 + x / 4 + size, 44 + y / 4 + size] as const),
  wholeLimit: fc.constantFrom(2, 8, 1000),
  cells: fc.constantFrom(2, 16),
  named: fc.subarray(places.fields.map(({ name }) => name)),
  groupBy: fc.option(fc.constant(field('kind')), { nil: undefined }),
  importance: fc.option(fc.constantFrom(field('size'), field('count')), { nil: undefined }),
});

describe(`tiles from memory on ${engineName}`, () => {
  test('hold what tiles from the database hold', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 2, maxLength: 8 }),
        fc.array(fc.tuple(tile, question), { minLength: 3, maxLength: 6 }),
        async (changes, tiles) => {
          for (const intent of changes)
            await kernel.writer.write([intent], byAdministrator).catch((problem) => {
              if (!['record-not-found', 'invalid-record'].includes(problem.id)) throw problem;
            });
          await store.catchUp();
          for (const [{ named, ...frame }, { filter, datetime }] of tiles) {
            const when = resolveTime(places, datetime ? { datetime } : {}, kernel.testClock.now);
            const view = narrow(places, anonymous);
            const demand: TileQuestion = {
              ...frame,
              register: kernel.registry.require('places'),
              view,
              moment: { ...when, position: store.position },
              filter,
              box: [...frame.box],
              fields: view.fields.filter((each) => named.includes(each.name) || each === frame.groupBy),
            };
            asked++;
            const { fields } = demand;
            const told = (contents: TileContents) => plain(contents, fields);
            expect(await ours.contents(demand, told)).toEqual(await theirs.contents(demand, told));
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    // Where the database answered everything, nothing was compared.
    expect(asked - fallbacks).toBeGreaterThan(runs / 2);
  }, 600_000);
});

describe(`low zooms from memory on ${engineName}`, () => {
  test('count crowds of records as the database counts them', async () => {
    const random = seededRandom(11);
    const at = () => 44 + Math.floor(random.next() * 400) / 1000;
    const corner = (x: number, y: number, size: number) => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    const crowd = Array.from({ length: 900 }, (_, i): Intent => {
      const [x, y] = [at(), at()];
      const geometry: Geometry =
        i % 3 === 0
          ? { type: 'Point', coordinates: [x, y] }
          : { type: 'Polygon', coordinates: [corner(x, y, i % 50 === 1 ? 0.5 : 0.002)] };
      const properties = { kind: ['a', 'b', null][i % 3]!, size: i % 7 === 0 ? null : i, count: i };
      return { register: 'places', record: `crowd-${i}`, verb: 'replace', body: { properties, geometry } };
    });
    await kernel.writer.write(crowd, byAdministrator);
    await store.catchUp();
    store.of(kernel.registry.require('places'));
    await store.settle();
    const before = fallbacks;
    const view = narrow(places, anonymous);
    for (const size of [360, 40, 5.3, 1, 0.1])
      for (const cells of [2, 16, 256])
        for (const groupBy of [undefined, field('kind')])
          for (const importance of [undefined, field('size')]) {
            const demand: TileQuestion = {
              register: kernel.registry.require('places'),
              view,
              moment: { ...resolveTime(places, {}, kernel.testClock.now), position: store.position },
              box: [
                44.2 - size / 2,
                44.2 - Math.min(size, 90) / 2,
                44.2 + size / 2,
                44.2 + Math.min(size, 90) / 2,
              ],
              fields: view.fields,
              wholeLimit: 20,
              cells,
              groupBy,
              importance,
            };
            const { fields } = demand;
            const told = (contents: TileContents) => plain(contents, fields);
            expect(await ours.contents(demand, told)).toEqual(await theirs.contents(demand, told));
          }
    expect(fallbacks).toBe(before);
  }, 300_000);
});

/** What a tile shows of its contents: geometries as text, whatever kind of bytes they are, and the values asked for. */
function plain({ records, ...rest }: TileContents, fields: readonly Field[]) {
  const layer = new LayerWriter('one', 4096);
  const choice = layer.choice(records.names, isTagOf(fields));
  const point = new PathBuffer();
  readGeometry({ type: 'Point', coordinates: [0, 0] }, point);
  const told = Array.from({ length: records.count }, (_, index) => {
    const { bytes, start, end } = records.shape(index);
    const wkb = Buffer.from(bytes.subarray(start, end)).toString('hex');
    layer.addPacked(point, records.tags(index), choice);
    return { wkb, group: records.group(index) };
  });
  return { ...rest, records: told, said: Buffer.from(writeTile([layer])).toString('hex') };
}
