import { openSource } from '../../../src/kernel/formats/open-source.ts';
import type { Source, SourceLayer } from '../../../src/kernel/formats/source.ts';
import { type Bbox, bboxOf, bboxUnion } from '../../../src/kernel/geo/bbox.ts';
import { hasOgrinfo, type OgrLayer, ogrLayers } from './ogrinfo.ts';

export interface Check {
  readonly what: string;
  readonly failure?: string;
}

/** Formats whose field types GDAL does not tell, or only from a schema that it guesses. */
const untyped = new Set(['csv', 'xlsx']);

/** Reads a good file whole and compares it with `ogrinfo`, or with what the file itself states where that is missing. */
export async function readGood(path: string): Promise<Check[]> {
  let source: Source;
  try {
    source = await openSource({ path });
  } catch (error) {
    return [{ what: 'open', failure: String(error) }];
  }
  try {
    const theirs = hasOgrinfo() ? ogrLayers(path) : undefined;
    const layers = await source.layers();
    const checks: Check[] = [];
    if (theirs)
      checks.push(
        equal('layers', layers.map(({ name }) => name).sort(), theirs.map(({ name }) => name).sort()),
      );
    for (const layer of layers) {
      const other = theirs?.find(({ name }) => name === layer.name);
      checks.push(...(await readLayer(source, layer, other)));
    }
    return checks;
  } catch (error) {
    return [{ what: 'read', failure: String(error) }];
  } finally {
    await source.close();
  }
}

async function readLayer(source: Source, layer: SourceLayer, other: OgrLayer | undefined): Promise<Check[]> {
  let count = 0;
  let extent: Bbox | undefined;
  const errors: string[] = [];
  for await (const batch of source.records(layer.name)) {
    count += batch.length;
    for (const { geometry, problems = [] } of batch) {
      if (geometry) extent = bboxUnion(extent, bboxOf(geometry));
      for (const problem of problems)
        if (problem.severity === 'error') errors.push(`${problem.row} ${problem.code}`);
    }
  }
  const of = (what: string) => `${layer.name} ${what}`;
  const checks: Check[] = [
    equal(of('problems'), errors, []),
    equal(of('count'), count, other?.count ?? layer.featureCount ?? count),
  ];
  if (!other) return checks;
  if (other.extent && extent && layer.geometry !== null) {
    const isNear = other.extent.every(
      (value, i) => Math.abs(value - extent![i]!) <= 1e-6 * Math.max(1, Math.abs(value)),
    );
    checks.push({
      what: of('extent'),
      ...(isNear ? {} : { failure: `${extent} where GDAL has ${other.extent}` }),
    });
  }
  if (untyped.has(source.format)) return checks;
  const types = layer.fields
    .filter(({ name }) => other.fields.has(name))
    .map(({ name, type }) => `${name}:${type}`);
  const expected = layer.fields
    .filter(({ name }) => other.fields.has(name))
    .map(({ name }) => `${name}:${other.fields.get(name)}`);
  checks.push(equal(of('types'), types, expected));
  // GDAL's KML driver adds fields that no placemark has.
  const missing = [...other.fields.keys()].filter(
    (name) => !layer.fields.some((field) => field.name === name),
  );
  if (source.format !== 'kml') checks.push(equal(of('fields that are missing'), missing, []));
  return checks;
}

function equal(what: string, found: unknown, expected: unknown): Check {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  return a === b ? { what } : { what, failure: `${a.slice(0, 300)} instead of ${b.slice(0, 300)}` };
}
