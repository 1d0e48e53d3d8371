import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { flatGeobufSink } from '../../formats/flatgeobuf/sink.ts';
import { openSource } from '../../formats/open-source.ts';
import type { SinkRecord } from '../../formats/sink.ts';
import { normaliseRegister } from '../../register/define-register.ts';
import { deriveRegister } from '../derive-register.ts';
import type { Finding } from '../finding.ts';
import type { PrepareInput } from '../prepare-input.ts';
import { prepareLayer } from '../prepare-layer.ts';
import { dayNumber } from './day-number.ts';
import { FlatLane } from './flat-lane.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ufuq-lane-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fields = [
  { name: 'text', type: 'string' },
  { name: 'Count', type: 'integer' },
  { name: 'size', type: 'number' },
  { name: 'open', type: 'boolean' },
  { name: 'day', type: 'date' },
  { name: 'at', type: 'timestamp' },
] as const;

async function fileOf(
  records: readonly SinkRecord[],
  geometry: 'Geometry' | 'Polygon' | 'Point' = 'Geometry',
): Promise<string> {
  const sink = flatGeobufSink({ layer: { id: 'things', fields, geometry } });
  const path = join(folder, 'things.fgb');
  await writeFile(path, (await sink.write(records))!);
  return path;
}

/** What a file is prepared to; `isOrdinary` keeps it out of the lane and off every other short way. */
async function prepared(path: string, isOrdinary: boolean) {
  const source = await openSource({ path });
  const [layer] = await source.layers();
  await source.close();
  const input: PrepareInput = {
    source: { path, layer: layer!.name },
    layer: layer!.name,
    register: normaliseRegister(deriveRegister(layer!, {}, 'things.fgb'), 'run-time'),
    isNew: true,
    isSampled: false,
    registerNumber: 7,
    firstPosition: 5_000_000_000,
    crs: 4326,
    idField: undefined,
    map: {},
    repair: false,
    partial: true,
    asBodies: false,
    limits: { maxVertices: 1000 },
    excluded: new Map(isOrdinary ? [['nobody', []]] : []),
    taken: new Set(),
  };
  const entries: Uint8Array[] = [];
  const rows: Uint8Array[] = [];
  const findings: Finding[] = [];
  let count = 0;
  for await (const piece of prepareLayer(input)) {
    entries.push(piece.entries!);
    rows.push(piece.rows!);
    findings.push(...piece.findings);
    count += piece.prepared;
  }
  return { count, findings, entries: Buffer.concat(entries), rows: Buffer.concat(rows) };
}

const coordinate = fc.oneof(
  fc.integer({ min: -180, max: 180 }),
  fc.double({ min: -95, max: 95, noNaN: true }),
  fc.constantFrom(0, -0, 1e-7, 1 / 3, 49.1234567, 40.00000001, 181, Number.NaN),
);
const position = fc.tuple(coordinate, coordinate).map(([x, y]) => [x, y]);
const parcel = fc
  .tuple(fc.integer({ min: -170, max: 170 }), fc.double({ min: -80, max: 80, noNaN: true }))
  .map(([x, y]) => {
    const corners = [
      [x, y],
      [x + 0.25, y],
      [x + 0.3, y + 0.1234567],
      [x, y + 0.2],
    ];
    return [...corners, corners[0]!];
  });
const ring = fc.oneof(
  fc.array(position, { minLength: 3, maxLength: 30 }).map((corners) => [...corners, corners[0]!]),
  parcel,
);
const shape: fc.Arbitrary<Geometry | null> = fc.oneof(
  { weight: 9, arbitrary: parcel.map((r): Geometry => ({ type: 'Polygon', coordinates: [r] })) },
  { weight: 3, arbitrary: ring.map((r): Geometry => ({ type: 'Polygon', coordinates: [r] })) },
  position.map((p): Geometry => ({ type: 'Point', coordinates: p })),
  fc
    .array(position, { minLength: 2, maxLength: 5 })
    .map((line): Geometry => ({ type: 'LineString', coordinates: line })),
  fc.tuple(ring, ring).map((rings): Geometry => ({ type: 'Polygon', coordinates: rings })),
  ring.map((r): Geometry => ({ type: 'MultiPolygon', coordinates: [[r]] })),
  fc.constant(null),
);
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.constantFrom('', ' ', 'Q?b?l?', 'a "quoted" \\ name', 'tab\there', 'x'.repeat(300), '7'),
);
/** Mostly plain, sometimes missing, sometimes odd. */
const value = <T>(plain: T, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(plain) }, { weight: 2, arbitrary: fc.constant(null) }, odd);
const properties = fc.record({
  text: value('Şəki'.slice(3), text),
  Count: value(-12, fc.maxSafeInteger()),
  size: value(
    12.5,
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(-0, 0.1, 1e21)),
  ),
  open: value(true, fc.constant(false)),
  day: value(
    '2021-12-31',
    fc.constantFrom('2024-02-29', '2000-03-01', '1900-12-31', '1899-01-01', '2023-04-31', '2024-1-1'),
  ),
  at: value(
    '2021-12-31T10:00:00Z',
    fc.constantFrom('2024-05-06T07:08:09Z', '2024-05-06T07:08:09.5+04:00', '1999-12-31T23:59:59Z', 'soon'),
  ),
});
const record = fc.record({
  id: fc.oneof({ weight: 4, arbitrary: fc.nat().map(String) }, text),
  geometry: shape,
  properties,
});

test('gives the bytes that the ordinary way gives, whatever a file holds', async () => {
  const lane = vi.spyOn(FlatLane.prototype, 'add');
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 25 }), async (records) => {
      const path = await fileOf(records);
      const quick = await prepared(path, false);
      expect(quick).toEqual(await prepared(path, true));
    }),
    { numRuns: 100 },
  );
  const taken = lane.mock.results.filter(({ value: isTaken }) => isTaken === true).length;
  const asked = lane.mock.results.length;
  lane.mockRestore();
  expect(asked).toBeGreaterThan(500);
  expect(taken).toBeGreaterThan(asked / 30);
});

test('a file that was cut anywhere is refused as the ordinary way refuses it', async () => {
  const square = [0, 1, 2, 3, 0].map((i) => [49 + (i & 1 ? 1 : 0), 40 + (i & 2 ? 1 : 0)]);
  const corners = [square[0]!, square[1]!, square[3]!, square[2]!, square[0]!];
  const path = await fileOf(
    Array.from({ length: 5 }, (_, i) => ({
      id: `n ${i}`,
      geometry: { type: 'Polygon', coordinates: [corners] },
      properties: { text: 'a', Count: i },
    })),
    'Polygon',
  );
  const whole = await readFile(path);
  const outcome = (isOrdinary: boolean) =>
    prepared(path, isOrdinary).then(
      ({ count, entries, findings }) => `${count} ${entries.toString('latin1')} ${JSON.stringify(findings)}`,
      (error: Error) => error.message,
    );
  let cut = 0;
  for (let size = whole.length - 400; size < whole.length; size += 13) {
    await writeFile(path, whole.subarray(0, size));
    const [quick, ordinary] = [await outcome(false), await outcome(true)];
    expect(quick).toEqual(ordinary);
    if (String(quick).includes('truncated')) cut++;
  }
  expect(cut).toBeGreaterThan(20);
  // Any byte may be another: whatever comes of it, it is the same.
  for (let at = whole.length - 400; at < whole.length; at += 5) {
    const changed = Buffer.from(whole);
    changed[at] = changed[at]! ^ 0xff;
    await writeFile(path, changed);
    expect(await outcome(false)).toBe(await outcome(true));
  }
});

test('days are counted as the calendar counts them', () => {
  const numberOf = (day: string) => dayNumber(Buffer.from(day), 0);
  for (let day = Date.UTC(1900, 0, 1); day < Date.UTC(2100, 0, 1); day += 86_400_000) {
    const name = new Date(day).toISOString().slice(0, 10);
    if (name.endsWith('-02-29')) expect(numberOf(name)).toBeUndefined();
    else if (numberOf(name) !== day / 86_400_000) expect(`${name} ${numberOf(name)}`).toBe(day / 86_400_000);
  }
  for (const odd of [
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '20x3-01-01',
    '2023/01/01',
    '1899-12-31',
  ])
    expect(numberOf(odd)).toBeUndefined();
});
