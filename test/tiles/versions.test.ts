import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import { type Bbox, bboxOf } from '../../src/kernel/geo/bbox.ts';
import { tileFrame } from '../../src/kernel/geo/grid/tile-frame.ts';
import { webMercatorQuad } from '../../src/kernel/geo/grid/well-known-grids.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { parseText } from '../../src/kernel/query/parse-text.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { touchesAtHand } from '../../src/kernel/snapshot/touches-at-hand.ts';
import {
  type TileDemand,
  TileService,
  type TileServiceOptions,
} from '../../src/kernel/tiles/tile-service.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/** Exact caching: a tile's version changes when its bytes do, and only where an edit, or a bound of validity, touched it. */
const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const plots = defineRegister({
  id: 'plots',
  title: same('Plots'),
  description: same('Plots of a test'),
  geometry: 'Geometry',
  provenance: false,
  validTime: { kind: 'interval', from: 'since', to: 'until' },
  access: { read: 'public', rows: 'secret IS NULL' },
  fields: [
    { name: 'size', type: 'integer', title: same('size') },
    { name: 'secret', type: 'boolean', title: same('secret') },
    { name: 'since', type: 'date', title: same('since') },
    { name: 'until', type: 'date', title: same('until') },
  ],
});

let kernel: TestKernel;
let store: SnapshotStore;
const folder = mkdtempSync(join(tmpdir(), 'ufuq-tile-versions-'));
beforeAll(async () => {
  kernel = await openKernel([plots]);
  const { database, registry } = kernel;
  store = new SnapshotStore({ database, registry, folder, mostChanges: 5 });
  await store.start();
});
afterAll(async () => {
  await store.stop();
  await kernel.database.close();
  rmSync(folder, { recursive: true });
});

const frames = [
  [5, 12, 20],
  [8, 96, 162],
  [8, 96, 163],
  [10, 386, 650],
  [10, 387, 651],
  [12, 1545, 2603],
].map(([level, row, column]) => tileFrame(webMercatorQuad, { level: level!, row: row!, column: column! }));

const year = fc.integer({ min: 2019, max: 2027 }).map((n) => `${n}-01-01`);
const place = fc.tuple(
  fc.double({ min: 48, max: 50, noNaN: true }),
  fc.double({ min: 39.5, max: 41, noNaN: true }),
);
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  place.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  fc.tuple(place, fc.double({ min: 0.002, max: 0.4, noNaN: true })).map(([[x, y], d]) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [x, y],
        [x + d, y],
        [x + d, y + d],
        [x, y + d],
        [x, y],
      ],
    ],
  })),
);
const body = fc.record({
  geometry,
  properties: fc.record(
    { size: fc.integer({ min: 0, max: 9 }), secret: fc.constant(true), since: year },
    { requiredKeys: ['size'] },
  ),
});
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ record: fc.integer({ min: 0, max: 6 }), body }) },
  { weight: 1, arbitrary: fc.record({ record: fc.integer({ min: 0, max: 6 }), isGone: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ years: fc.integer({ min: 1, max: 2 }) }) },
);

interface Seen {
  readonly version: string;
  readonly bytes: string;
}

test('bytes change ⇒ version changes; version changes ⇒ something touched the tile; a restart changes nothing', async () => {
  let round = 0;
  // The same versions must come from what snapshots hold ready, however old they are.
  let handed = 0;
  const ready = touchesAtHand(store);
  const fromSnapshots: TileServiceOptions = {
    patienceMs: Number.POSITIVE_INFINITY,
    atHand(register, view) {
      const touches = ready(register, view);
      if (touches) handed++;
      return touches;
    },
  };
  // Of all rounds, since the clock goes back at each: when a row began or ceased to hold, and where.
  const bounds: { box: Bbox; at: number }[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      round++;
      await store.settle();
      kernel.testClock.set('2020-06-01T00:00:00Z');
      const start = await kernel.reader.position();
      const questions: Omit<TileDemand, 'frame' | 'caller' | 'registers'>[] = [
        {},
        { filter: parseText('size > 4') },
        { datetime: { from: '2022-01-01T00:00:00Z', to: '2022-01-01T00:00:00Z' } },
        { asOf: start + 2 },
      ];
      const service = new TileService(kernel, { patienceMs: Number.POSITIVE_INFINITY });
      const following = new TileService(kernel, fromSnapshots);
      const look = async (by: TileService): Promise<Seen[]> => {
        const seen: Seen[] = [];
        for (const frame of frames)
          for (const question of questions) {
            const tile = await by.prepare({ ...question, frame, registers: ['plots'], caller: anonymous });
            const { bytes } = await tile.draw();
            seen.push({ version: tile.version!, bytes: Buffer.from(bytes).toString('base64') });
          }
        return seen;
      };
      const known = new Map<string, Bbox>();
      let before = await look(service);
      for (const each of steps) {
        const touched: Bbox[] = [];
        if ('years' in each) {
          const from = kernel.testClock.now;
          kernel.testClock.now += each.years * 366 * 86_400_000;
          for (const { box, at } of bounds) if (at > from && at <= kernel.testClock.now) touched.push(box);
        } else {
          const record = `r${round}-${each.record}`;
          const old = known.get(record);
          if ('isGone' in each && !old) continue;
          const intent: Intent =
            'isGone' in each
              ? { verb: 'retire', register: 'plots', record }
              : { verb: old ? 'replace' : 'create', register: 'plots', record, body: each.body };
          await kernel.writer.write([intent], byAdministrator);
          if (old) touched.push(old);
          if ('isGone' in each) known.delete(record);
          else {
            const box = bboxOf(each.body.geometry)!;
            touched.push(box);
            known.set(record, box);
            if (each.body.properties.since) bounds.push({ box, at: Date.parse(each.body.properties.since) });
          }
          for (const box of touched) bounds.push({ box, at: kernel.testClock.now });
        }
        const after = await look(service);
        // As the server does before it answers a write.
        await store.catchUp();
        if (round % 2 === 0) expect(await look(following)).toEqual(after);
        for (const [i, { version, bytes }] of after.entries()) {
          const frame = frames[Math.floor(i / questions.length)]!;
          if (bytes !== before[i]!.bytes) expect(version).not.toBe(before[i]!.version);
          if (version !== before[i]!.version)
            expect([i, version, touched.some((box) => isNear(box, frame.box!))]).toEqual([i, version, true]);
        }
        before = after;
      }
      const fresh = await look(new TileService(kernel, { patienceMs: Number.POSITIVE_INFINITY }));
      expect(fresh).toEqual(before);
      expect(await look(following)).toEqual(before);
      expect(await look(new TileService(kernel, fromSnapshots))).toEqual(before);
    }),
    { numRuns: Number(process.env.UFUQ_TILE_RUNS ?? 6) },
  );
  expect(handed).toBeGreaterThan(0);
});

/** Boxes are kept in single precision, rounded outwards by some metres. */
function isNear(box: Bbox, [west, south, east, north]: readonly [number, number, number, number]): boolean {
  const slack = 1e-4;
  return (
    box[0] <= east + slack && box[2] >= west - slack && box[1] <= north + slack && box[3] >= south - slack
  );
}

test('a hidden edit does not show in the versions that the public gets', async () => {
  const service = new TileService(kernel, { patienceMs: Number.POSITIVE_INFINITY });
  const version = async () =>
    (await service.prepare({ frame: frames[0]!, registers: ['plots'], caller: anonymous })).version;
  const before = await version();
  const hidden: Intent = {
    verb: 'create',
    register: 'plots',
    record: 'hidden',
    body: { properties: { size: 1, secret: true }, geometry: { type: 'Point', coordinates: [49, 40] } },
  };
  await kernel.writer.write([hidden], byAdministrator);
  expect(await version()).toBe(before);
});
