import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createSink } from '../../../src/kernel/formats/create-sink.ts';
import type { SinkChunk, SinkRecord } from '../../../src/kernel/formats/sink.ts';
import { generateParcels } from '../../../src/kernel/generate/parcels.ts';

export type BenchFormat = 'geojsonseq' | 'flatgeobuf' | 'gpkg';

const names: Readonly<Record<BenchFormat, string>> = {
  geojsonseq: 'parcels.geojsonl',
  flatgeobuf: 'parcels.fgb',
  gpkg: 'parcels.gpkg',
};

const fields = [
  { name: 'cadastral_number', type: 'string' },
  { name: 'land_use', type: 'string' },
  { name: 'right', type: 'string' },
  { name: 'area_m2', type: 'number' },
  { name: 'registered', type: 'date' },
] as const;

/** Files of the same parcels in the formats asked for, made once for a count and kept in the system's temporary folder. */
export async function benchFiles(
  count: number,
  formats = Object.keys(names) as readonly BenchFormat[],
): Promise<{ folder: string; names: Readonly<Record<BenchFormat, string>> }> {
  const folder = join(tmpdir(), `ufuq-bench-parcels-${count}`);
  mkdirSync(folder, { recursive: true });
  for (const format of formats) {
    const path = join(folder, names[format]);
    if (existsSync(path)) continue;
    console.log(`making ${path}`);
    const chunks = Readable.from(written(format, count), { objectMode: true });
    await pipeline(chunks, createWriteStream(`${path}.part`));
    renameSync(`${path}.part`, path);
  }
  return { folder, names };
}

async function* written(format: BenchFormat, count: number): AsyncGenerator<SinkChunk> {
  const sink = createSink(format, {
    layer: { id: 'parcels', fields, geometry: 'Polygon' },
    featureCount: count,
  });
  let batch: SinkRecord[] = [];
  for (const { id, geometry, properties } of generateParcels({ seed: 7, count, origin: [47.5, 40.2] })) {
    if (batch.push({ id: String(id), geometry, properties: { ...properties } }) < 5000) continue;
    const chunk = await sink.write(batch);
    if (chunk !== undefined) yield chunk;
    batch = [];
  }
  const chunk = await sink.write(batch);
  if (chunk !== undefined) yield chunk;
  yield* sink.end();
}
