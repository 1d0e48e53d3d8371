import type { LineString } from 'geojson';
import { clipShape } from '../../../src/kernel/geo/shape/clip-shape.ts';
import { PathBuffer } from '../../../src/kernel/geo/shape/path-buffer.ts';
import { readGeometry } from '../../../src/kernel/geo/shape/read-geometry.ts';
import { simplifyPath } from '../../../src/kernel/geo/shape/simplify-path.ts';
import { duel } from './duel.ts';
import { geos, inGeos } from './geos.ts';
import { boxesWithin, islands, shore } from './ground.ts';

/** `shape/simplify-path`, `shape/clip-ring` and `shape/clip-path`, beside GEOS, which has the same two methods. */
export function benchShapes(): void {
  const line: LineString = {
    type: 'LineString',
    coordinates: Array.from({ length: shore.length / 2 }, (_, i) => [shore[i * 2]!, shore[i * 2 + 1]!]),
  };
  const linePointer = inGeos(line);
  duel({
    what: 'shape/simplify-path: a line of 100,000 positions',
    ours: () => simplifyPath(shore.slice(), 0, shore.length, 0.5, false) / 2,
    peer: 'GEOSSimplify (Douglas and Peucker)',
    theirs: () => counted(geos.GEOSSimplify(linePointer, 0.5)),
  });

  const boxes = boxesWithin([0, 0, 10, 10], 100, 0.2);
  const cut = new PathBuffer();
  const shapes = islands.map((island) => {
    const shape = new PathBuffer();
    readGeometry(island, shape);
    return shape;
  });
  const pointers = islands.map(inGeos);
  duel({
    what: 'shape/clip-shape, clip-ring: 100 islands, 100 boxes each',
    ours: () => {
      let pieces = 0;
      for (const shape of shapes)
        for (const box of boxes) {
          clipShape(shape, box, cut);
          pieces += +(cut.count > 0);
        }
      return pieces;
    },
    peer: 'GEOSClipByRect',
    theirs: () => {
      let pieces = 0;
      for (const pointer of pointers) for (const box of boxes) pieces += +(clippedByGeos(pointer, box) > 0);
      return pieces;
    },
    // Where an island only touches a box, one leaves a sliver and the other nothing.
    tolerance: 0.005,
  });

  const path = new PathBuffer();
  readGeometry(line, path);
  const windows = boxesWithin([0, -40, 2000, 40], 50, 0.3);
  duel({
    what: 'shape/clip-shape, clip-path: a line of 100,000, 50 boxes',
    ours: () =>
      windows.reduce((sum, box) => {
        clipShape(path, box, cut);
        return sum + cut.positions;
      }, 0),
    peer: 'GEOSClipByRect',
    theirs: () => windows.reduce((sum, box) => sum + clippedByGeos(linePointer, box), 0),
    tolerance: 0.005,
  });
  for (const pointer of [linePointer, ...pointers]) geos.GEOSGeom_destroy(pointer);
}

/** Positions that are left of a geometry within a box. */
function clippedByGeos(pointer: number, [west, south, east, north]: readonly number[]): number {
  return counted(geos.GEOSClipByRect(pointer, west!, south!, east!, north!));
}

function counted(pointer: number): number {
  const positions = geos.GEOSGetNumCoordinates(pointer);
  geos.GEOSGeom_destroy(pointer);
  return positions;
}
