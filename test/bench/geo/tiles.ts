import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import { gridBoxOf } from '../../../src/kernel/geo/grid/grid-projection.ts';
import { tileFrame } from '../../../src/kernel/geo/grid/tile-frame.ts';
import { limitsOf } from '../../../src/kernel/geo/grid/tile-matrix-set.ts';
import { webMercatorQuad } from '../../../src/kernel/geo/grid/well-known-grids.ts';
import { LayerWriter, writeTile } from '../../../src/kernel/geo/mvt/layer-writer.ts';
import { PathBuffer } from '../../../src/kernel/geo/shape/path-buffer.ts';
import { readWkb } from '../../../src/kernel/geo/shape/read-wkb.ts';
import { tileShape } from '../../../src/kernel/geo/shape/tile-shape.ts';
import { duel } from './duel.ts';
import { area, parcelBoxes, parcels, parcelWkb } from './ground.ts';

type Tags = Readonly<Record<string, string | number>>;

const tags = parcels.map(({ properties }) => properties as Tags);
const shape = new PathBuffer();

/**
 * `mvt/layer-writer` alone, and the whole way from WKB to a tile (project, clip, simplify, round, encode), beside
 * geojson-vt, whose index is built before the clock runs, with vt-pbf. What they find is the number of tiles with bytes.
 */
export function benchTiles(): void {
  const drawn = parcels.map((_, i) => {
    const { minTileRow, minTileCol } = limitsOf(
      webMercatorQuad,
      16,
      gridBoxOf(webMercatorQuad, parcelBoxes[i]!)!,
    );
    readWkb(parcelWkb[i]!, shape);
    return copyOf(
      tileShape(shape, tileFrame(webMercatorQuad, { level: 16, row: minTileRow, column: minTileCol })),
    );
  });
  const peerTile = {
    features: drawn.flatMap((each, i) =>
      each.count === 0 ? [] : [{ type: 3, geometry: ringsOf(each), tags: tags[i]! }],
    ),
  };
  duel({
    what: 'mvt/layer-writer: one layer of 20,000 cut parcels',
    ours: () => {
      const layer = new LayerWriter('parcels', 4096);
      for (let i = 0; i < drawn.length; i++) layer.add(drawn[i]!, tags[i]!);
      return writeTile([layer]).length;
    },
    peer: 'vt-pbf',
    theirs: () => fromGeojsonVt({ parcels: peerTile as never }, { version: 2, extent: 4096 }).length,
    // The two write ends of rings and numbers in ways that differ by a few bytes.
    tolerance: 0.05,
  });

  for (const level of [12, 14, 16]) {
    const tiles = tilesOf(level);
    duel({
      what: `shape/tile-shape and mvt: ${tiles.length} tiles of level ${level}`,
      ours: () => tiles.reduce((sum, [row, column]) => sum + +(ours(level, row, column).length > 0), 0),
      peer: 'geojson-vt and vt-pbf',
      theirs: peerOf(level, tiles),
      // A corner that only touches a margin is a matter of rounding.
      tolerance: 0.1,
    });
  }
}

function tilesOf(level: number): [row: number, column: number][] {
  const limits = limitsOf(webMercatorQuad, level, gridBoxOf(webMercatorQuad, area)!);
  const tiles: [number, number][] = [];
  for (let row = limits.minTileRow; row <= limits.maxTileRow && tiles.length < 24; row++)
    for (let column = limits.minTileCol; column <= limits.maxTileCol && tiles.length < 24; column++)
      tiles.push([row, column]);
  return tiles;
}

function ours(level: number, row: number, column: number): Uint8Array {
  const frame = tileFrame(webMercatorQuad, { level, row, column });
  const [west, south, east, north] = frame.box!;
  const layer = new LayerWriter('parcels', 4096);
  for (let i = 0; i < parcelWkb.length; i++) {
    const box = parcelBoxes[i]!;
    // Any index would answer this; both contestants are given it for nothing.
    if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) continue;
    readWkb(parcelWkb[i]!, shape);
    layer.add(tileShape(shape, frame), tags[i]!);
  }
  return writeTile([layer]);
}

/** A tile is cut when it is asked for, as with ours; each round has an index that has cut none. */
function peerOf(level: number, tiles: readonly [row: number, column: number][]): () => number {
  const unused = Array.from(
    { length: 8 },
    () =>
      new GeoJSONVT(
        { type: 'FeatureCollection', features: parcels as Feature[] },
        { maxZoom: level, indexMaxZoom: 0, indexMaxPoints: 0 },
      ),
  );
  return () => {
    const index = unused.pop()!;
    return tiles.reduce((sum, [row, column]) => {
      const tile = index.getTile(level, column, row);
      const bytes = tile && fromGeojsonVt({ parcels: tile as never }, { version: 2, extent: 4096 });
      return sum + +((bytes?.length ?? 0) > 0);
    }, 0);
  };
}

function copyOf(drawn: PathBuffer): PathBuffer {
  const copy = new PathBuffer();
  copy.clear(drawn.kind);
  for (let path = 0; path < drawn.count; path++) {
    for (let i = drawn.start(path); i < drawn.ends[path]!; i += 2) copy.push(drawn.xy[i]!, drawn.xy[i + 1]!);
    copy.end(drawn.isShell[path] === 1);
  }
  return copy;
}

/** As geojson-vt keeps the rings of a cut polygon: closed, position by position. */
function ringsOf(drawn: PathBuffer): [number, number][][] {
  return Array.from({ length: drawn.count }, (_, path) => {
    const ring: [number, number][] = [];
    for (let i = drawn.start(path); i < drawn.ends[path]!; i += 2)
      ring.push([drawn.xy[i]!, drawn.xy[i + 1]!]);
    return [...ring, ring[0]!];
  });
}
