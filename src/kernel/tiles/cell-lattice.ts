import type { TileFrame } from '../geo/grid/tile-frame.ts';
import type { GridBox } from '../geo/grid/tile-matrix-set.ts';
import type { LayerWriter } from '../geo/mvt/layer-writer.ts';
import type { TagValue } from '../geo/mvt/tags.ts';
import { PathBuffer, type ShapeKind, shapeKind } from '../geo/shape/path-buffer.ts';
import { quantiseShape } from '../geo/shape/quantise-shape.ts';
import { type CellGroup, coarser } from './cell-counter.ts';

/** Draws records that are smaller than a cell together: what is dense looks dense, and each is counted. */

/** Name in tiles of how many records a feature stands for; only those that stand for several have it. */
export const countTag = 'ufuq:count';

/** Points stand apart by at least this share of a tile, so that their counts can be read. */
const pointCells = 64;

const raw = new PathBuffer();
const drawn = new PathBuffer();

/** The lattice of a tile's ground: so many cells along each side. */
export interface Lattice {
  readonly frame: TileFrame;
  readonly box: GridBox;
  readonly side: number;
}

/**
 * Writes cells as features with `ufuq:count` and, where there is one, their group: areas and lines one feature a group,
 * points one a place.
 */
export function writeCells(
  layer: LayerWriter,
  lattice: Lattice,
  groups: readonly CellGroup[],
  groupName: string | undefined,
): void {
  const points = groups.filter(({ kind }) => kind === shapeKind.point);
  writePoints(layer, lattice, points, groupName);
  for (const wanted of [shapeKind.polygon, shapeKind.line])
    for (const { kind, group, places, counts } of groups) {
      if (kind !== wanted) continue;
      raw.clear(kind);
      addRuns(places, lattice, kind);
      let count = 0;
      for (const each of counts) count += each;
      layer.add(onTile(lattice), tagsOf(groupName, group, count));
    }
}

/** The shape of a single cell of an area; good until the next call. */
export function cellShape(lattice: Lattice, place: number): PathBuffer {
  raw.clear(shapeKind.polygon);
  const column = place % lattice.side;
  const row = Math.floor(place / lattice.side);
  addRectangle(lattice, raw.kind, column, column + 1, row, row + 1);
  return onTile(lattice);
}

function onTile({ frame }: Lattice): PathBuffer {
  frame.toTile(raw.xy, 0, raw.length);
  quantiseShape(raw, 0, drawn);
  return drawn;
}

function tagsOf(
  groupName: string | undefined,
  group: string | null,
  count: number,
): Record<string, TagValue> {
  return { ...(groupName === undefined ? {} : { [groupName]: group }), [countTag]: count };
}

/** One point a place, in the colour of the group that most of its records have; of equals the first. */
function writePoints(
  layer: LayerWriter,
  { frame, box, side }: Lattice,
  points: readonly CellGroup[],
  groupName: string | undefined,
): void {
  if (points.length === 0) return;
  let groups = points;
  let coarse = side;
  for (; coarse > pointCells; coarse /= 2) groups = coarser(groups, coarse);
  const totals = new Uint32Array(coarse * coarse);
  const most = new Uint32Array(coarse * coarse);
  const mostOf = new Uint16Array(coarse * coarse);
  for (const [index, { places, counts }] of groups.entries())
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      totals[place]! += counts[i]!;
      if (counts[i]! <= most[place]!) continue;
      most[place] = counts[i]!;
      mostOf[place] = index;
    }
  const lattice = { frame, box, side: coarse };
  for (let place = 0; place < totals.length; place++) {
    if (totals[place] === 0) continue;
    raw.clear(shapeKind.point);
    pushCorner(lattice, (place % coarse) + 0.5, Math.floor(place / coarse) + 0.5);
    raw.end();
    layer.add(onTile(lattice), tagsOf(groupName, groups[mostOf[place]!]!.group, totals[place]!));
  }
}

/** Rectangles that cover the cells: neighbours in a row are one, and so are equal runs in rows above one another. */
function addRuns(places: Uint32Array, lattice: Lattice, kind: ShapeKind): void {
  const { side } = lattice;
  const runs: number[] = []; // left, right, bottom, top
  // By its left end, the run of the last row that a run may lie on.
  const open = new Int32Array(side).fill(-1);
  for (let i = 0; i < places.length; ) {
    const row = Math.floor(places[i]! / side);
    const left = places[i]! % side;
    const rest = side - left;
    let length = 1;
    while (length < rest && places[i + length] === places[i]! + length) length++;
    i += length;
    const under = open[left]!;
    if (under >= 0 && runs[under + 3] === row && runs[under + 1] === left + length) runs[under + 3] = row + 1;
    else open[left] = runs.push(left, left + length, row, row + 1) - 4;
  }
  for (let run = 0; run < runs.length; run += 4)
    addRectangle(lattice, kind, runs[run]!, runs[run + 1]!, runs[run + 2]!, runs[run + 3]!);
}

function addRectangle(
  lattice: Lattice,
  kind: ShapeKind,
  left: number,
  right: number,
  bottom: number,
  top: number,
): void {
  if (kind === shapeKind.line) {
    const middle = (bottom + top) / 2;
    pushCorner(lattice, left, middle);
    pushCorner(lattice, right, middle);
    raw.end();
    return;
  }
  pushCorner(lattice, left, bottom);
  pushCorner(lattice, right, bottom);
  pushCorner(lattice, right, top);
  pushCorner(lattice, left, top);
  raw.end(true);
}

function pushCorner({ box: [west, south, east, north], side }: Lattice, column: number, row: number): void {
  raw.push(west + ((east - west) * column) / side, south + ((north - south) * row) / side);
}
