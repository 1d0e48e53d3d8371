import { loadavg } from 'node:os';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Polygon } from 'geojson';
import { generateParcels } from '../../src/kernel/generate/parcels.ts';
import { gridBoxOf } from '../../src/kernel/geo/grid/grid-projection.ts';
import { tileFrame } from '../../src/kernel/geo/grid/tile-frame.ts';
import { limitsOf } from '../../src/kernel/geo/grid/tile-matrix-set.ts';
import { webMercatorQuad } from '../../src/kernel/geo/grid/well-known-grids.ts';
import { LayerWriter, writeTile } from '../../src/kernel/geo/mvt/layer-writer.ts';
import { PathBuffer } from '../../src/kernel/geo/shape/path-buffer.ts';
import { readWkb } from '../../src/kernel/geo/shape/read-wkb.ts';
import { simplifyPath } from '../../src/kernel/geo/shape/simplify-path.ts';
import { tileShape } from '../../src/kernel/geo/shape/tile-shape.ts';
import { encodeWkb } from '../../src/kernel/geo/wkb.ts';

/**
 * Tiles of the same parcels through our pipeline (WKB in, MVT out: project, clip, simplify, round, encode) and through
 * geojson-vt with vt-pbf, whose index is built before the clock runs. Ratios are ours divided by theirs: more is faster.
 */
const features = [...generateParcels({ seed: 7, count: 20_000, origin: [47.5, 40.2] })] as Feature<Polygon>[];
const wkb = features.map(({ geometry }) => encodeWkb(geometry));
const tags = features.map(({ properties }) => properties as Record<string, string | number>);
const boxes = features.map(({ geometry }) => geometry.coordinates[0]!);
const area: [number, number, number, number] = [
  Math.min(...boxes.map((ring) => ring[0]![0]!)),
  Math.min(...boxes.map((ring) => ring[0]![1]!)),
  Math.max(...boxes.map((ring) => ring[2]![0]!)),
  Math.max(...boxes.map((ring) => ring[2]![1]!)),
];
const shape = new PathBuffer();

function ours(level: number, row: number, column: number): Uint8Array {
  const frame = tileFrame(webMercatorQuad, { level, row, column });
  const [west, south, east, north] = frame.box!;
  const layer = new LayerWriter('parcels', 4096);
  for (let i = 0; i < wkb.length; i++) {
    const ring = boxes[i]!;
    // Any index would answer this; both contestants are given it for nothing.
    if (ring[0]![0]! > east || ring[2]![0]! < west || ring[0]![1]! > north || ring[2]![1]! < south) continue;
    readWkb(wkb[i]!, shape);
    layer.add(tileShape(shape, frame), tags[i]!);
  }
  return writeTile([layer]);
}

console.log(`load ${loadavg()[0]!.toFixed(1)}; medians of 5`);
for (const level of [12, 14, 16]) {
  const limits = limitsOf(webMercatorQuad, level, gridBoxOf(webMercatorQuad, area)!);
  const tiles: [number, number][] = [];
  for (let row = limits.minTileRow; row <= limits.maxTileRow && tiles.length < 24; row++)
    for (let column = limits.minTileCol; column <= limits.maxTileCol && tiles.length < 24; column++)
      tiles.push([row, column]);
  // Cutting happens when a tile is asked for, as with ours.
  const peer = () =>
    new GeoJSONVT(
      { type: 'FeatureCollection', features },
      { maxZoom: level, indexMaxZoom: 0, indexMaxPoints: 0 },
    );
  const indexes = Array.from({ length: 5 }, peer);
  let theirBytes = 0;
  const theirs = median(
    indexes.map((index) =>
      timed(() => {
        theirBytes = 0;
        for (const [row, column] of tiles) {
          const tile = index.getTile(level, column, row);
          if (tile)
            theirBytes += fromGeojsonVt({ parcels: tile as never }, { version: 2, extent: 4096 }).length;
        }
      }),
    ),
  );
  let ourBytes = 0;
  const own = median(
    Array.from({ length: 5 }, () =>
      timed(() => {
        ourBytes = 0;
        for (const [row, column] of tiles) ourBytes += ours(level, row, column).length;
      }),
    ),
  );
  const each = (ms: number) => `${(ms / tiles.length).toFixed(2)} ms a tile`;
  console.log(
    `zoom ${level}, ${tiles.length} tiles: ours ${each(own)} (${ourBytes} bytes), geojson-vt + vt-pbf ${each(theirs)} (${theirBytes} bytes): ${(theirs / own).toFixed(2)} ×`,
  );
}

const shore = new Float64Array(200_000);
for (let i = 0; i < shore.length; i += 2) {
  shore[i] = i / 100;
  shore[i + 1] = Math.sin(i / 500) * 40 + Math.sin(i / 7);
}
const ms = median(
  Array.from({ length: 5 }, () => timed(() => simplifyPath(shore.slice(), 0, shore.length, 0.5, false))),
);
console.log(`simplify a line of 100,000 positions: ${ms.toFixed(1)} ms`);

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
