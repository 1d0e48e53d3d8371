import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Geometry, Position } from 'geojson';
import { administrator } from '../../../src/kernel/access/caller.ts';
import { type Format, formats } from '../../../src/kernel/formats/formats.ts';
import { eachPosition } from '../../../src/kernel/geo/geometry-positions.ts';
import type { RecordView } from '../../../src/kernel/query/question.ts';
import { exportRegister } from '../../../src/kernel/transfer/export-register.ts';
import { importFile } from '../../../src/kernel/transfer/import-file.ts';
import type { ImportServices } from '../../../src/kernel/transfer/import-request.ts';
import type { Check } from '../geodata/good.ts';
import { limits } from './good.ts';

/** Exports a register in every format and imports each file into an empty register of the same declaration. */
export async function exportAndBack(services: ImportServices, register: string): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-round-trip-'));
  const before = await recordsOf(services, register);
  const checks: Check[] = [];
  try {
    for (const format of formats.filter(({ canRead, canWrite }) => canRead && canWrite)) {
      const what = `${register} through ${format.id}`;
      const failure = await around(services, register, format, before, folder).catch((error) =>
        String(error),
      );
      checks.push(failure === undefined ? { what } : { what, failure });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return checks;
}

async function around(
  services: ImportServices,
  register: string,
  format: Format,
  before: readonly RecordView[],
  folder: string,
): Promise<string | undefined> {
  const has = (loss: Format['losses'][number]) => format.losses.includes(loss);
  const kinds = new Set(before.map(({ geometry }) => geometry?.type.replace('Multi', '')));
  if (has('mixed-geometry') && kinds.size > 1) return undefined;
  const { chunks, extension } = exportRegister(services, {
    register,
    caller: administrator,
    format: format.id,
  });
  const path = join(folder, `${register}.${extension}`);
  await pipeline(Readable.from(chunks, { objectMode: true }), createWriteStream(path));
  const { id: _, origin: __, ...declaration } = services.registry.require(register);
  const copy = await services.registry.create({ ...declaration, id: 'round-trip' }, 'verify');
  try {
    const report = await importFile(services, {
      path,
      register: copy.id,
      caller: administrator,
      limits,
      ...(has('crs') ? { crs: 'EPSG:4326' } : {}),
    });
    if (report.outcome !== 'imported')
      return `${report.outcome}: ${JSON.stringify(report.findings.filter((f) => f.kind === 'refused').slice(0, 3))}`;
    const after = new Map((await recordsOf(services, copy.id)).map((record) => [record.id, record]));
    // A drawing has no geometry of several parts: each part comes back by itself.
    if (has('properties'))
      return after.size >= before.length ? undefined : `${after.size} of ${before.length} records`;
    if (after.size !== before.length) return `${after.size} of ${before.length} records`;
    for (const record of before) {
      const found = after.get(record.id);
      if (!found) return `record ${record.id} is missing`;
      // GML gives every feature an id of its own, under the name that a file once imported may have as a field.
      const own = format.id === 'gml' ? { gml_id: found.properties.gml_id } : {};
      const expected = { ...record, properties: { ...record.properties, ...own } };
      const difference = differenceOf(expected, found, has('null'), has('geometry'));
      if (difference !== undefined) return `record ${record.id}: ${difference}`;
    }
    return undefined;
  } finally {
    await services.registry.drop(copy.id, 'verify');
  }
}

function differenceOf(
  a: RecordView,
  b: RecordView,
  isNullText: boolean,
  isRounded: boolean,
): string | undefined {
  for (const name of Object.keys(a.properties)) {
    const [before, after] = [a.properties[name], b.properties[name]].map((value) =>
      isNullText && value === '' ? null : value,
    );
    if (JSON.stringify(before) !== JSON.stringify(after))
      return `${name} was ${JSON.stringify(before)}, is ${JSON.stringify(after)}`;
  }
  // Rings may be turned and begin elsewhere: the coordinates are compared in order of size.
  const [p, q] = [positionsOf(a.geometry), positionsOf(b.geometry)];
  const tolerance = isRounded ? 1e-6 : 1e-9;
  const isSame = (axis: 0 | 1) => {
    const [before, after] = [p, q].map((all) => all.map((each) => each[axis]!).sort((x, y) => x - y));
    return before!.every((value, i) => Math.abs(value - after![i]!) <= tolerance);
  };
  if (p.length !== q.length) return `${p.length} positions, now ${q.length}`;
  return isSame(0) && isSame(1) ? undefined : 'positions differ';
}

function positionsOf(geometry: Geometry | null): Position[] {
  const positions: Position[] = [];
  if (geometry) eachPosition(geometry, (position) => positions.push(position));
  // Repeating the first position of a ring is not saying anything; formats begin rings where they like.
  return [
    ...new Map(positions.map((each) => [`${each[0]?.toFixed(8)} ${each[1]?.toFixed(8)}`, each])).values(),
  ];
}

async function recordsOf({ reader }: ImportServices, register: string): Promise<RecordView[]> {
  const all: RecordView[] = [];
  for await (const batch of reader.stream({ register, caller: administrator })) all.push(...batch);
  return all;
}
