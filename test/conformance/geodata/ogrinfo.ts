import { execFileSync } from 'node:child_process';
import type { Geometry } from 'geojson';
import type { SourceField } from '../../../src/kernel/formats/source.ts';
import { type Bbox, bboxOf, bboxUnion } from '../../../src/kernel/geo/bbox.ts';

export interface OgrLayer {
  readonly name: string;
  readonly count: number;
  readonly extent: readonly [number, number, number, number] | undefined;
  readonly fields: ReadonlyMap<string, SourceField['type']>;
}

let isInstalled: boolean | undefined;

/** Whether GDAL's own tool is there to be compared with. */
export function hasOgrinfo(): boolean {
  if (isInstalled === undefined) {
    try {
      execFileSync('ogrinfo', ['--version'], { stdio: 'ignore' });
      isInstalled = true;
    } catch {
      isInstalled = false;
    }
  }
  return isInstalled;
}

/** Layers as `ogrinfo` tells them, undefined where it cannot read the file. */
export function ogrLayers(path: string): OgrLayer[] | undefined {
  const target = path.endsWith('.zip') ? `/vsizip/${path}` : path;
  let text: string;
  try {
    text = execFileSync('ogrinfo', ['-ro', '-so', '-al', target], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 << 20,
    });
  } catch {
    return undefined;
  }
  return text
    .split(/^Layer name: /m)
    .slice(1)
    .map((part) => ({
      name: part.slice(0, part.indexOf('\n')).trim(),
      count: Number(/^Feature Count: (\d+)/m.exec(part)?.[1] ?? -1),
      extent: extentOf(part),
      fields: new Map(
        [...part.matchAll(/^(\S.*?): (\w+(?:\(\w+\))?) \(\d+\.\d+\)/gm)].map(([, name, type]) => [
          name!,
          typeOf(type!),
        ]),
      ),
    }));
}

function extentOf(part: string): OgrLayer['extent'] {
  const match = /^Extent: \((\S+), (\S+)\) - \((\S+), (\S+)\)/m.exec(part);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])] : undefined;
}

function typeOf(type: string): SourceField['type'] {
  if (type.includes('(Boolean)')) return 'boolean';
  if (type.includes('(JSON)')) return 'object';
  if (type.includes('List')) return 'array';
  if (type.startsWith('Integer')) return 'integer';
  if (type.startsWith('Real')) return 'number';
  if (type.startsWith('DateTime')) return 'timestamp';
  return type.startsWith('Date') ? 'date' : 'string';
}

/** Extent of a layer in degrees, every position of it transformed by GDAL; undefined where it has no reference system. */
export function ogrLonLatExtent(path: string, layer: string): Bbox | undefined {
  const target = path.endsWith('.zip') ? `/vsizip/${path}` : path;
  const args = [
    '-f',
    'GeoJSON',
    '-t_srs',
    'OGC:CRS84',
    '-lco',
    'COORDINATE_PRECISION=12',
    '-lco',
    'RFC7946=NO',
  ];
  try {
    const text = execFileSync('ogr2ogr', [...args, '/vsistdout/', target, layer], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 512 << 20,
    });
    const { features } = JSON.parse(text) as { features: { geometry: Geometry | null }[] };
    return features.reduce<Bbox | undefined>(
      (box, { geometry }) => (geometry ? bboxUnion(box, bboxOf(geometry)) : box),
      undefined,
    );
  } catch {
    return undefined;
  }
}
