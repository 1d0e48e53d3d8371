import type { ShapeKind } from '../geo/shape/path-buffer.ts';
import { compareValues } from '../query/predicate/comparison.ts';

/** Records of one kind and one group that were counted into cells; only cells that have some. */
export interface CellGroup {
  readonly kind: ShapeKind;
  readonly group: string | null;
  /** Row × cells to a side + column, ascending; rows and columns from the south-west. */
  readonly places: Uint32Array;
  /** How many records each of the places stands for. */
  readonly counts: Uint32Array;
}

interface Tally {
  readonly kind: ShapeKind;
  readonly group: string | null;
  readonly counts: Uint32Array;
}

/** Counts records into a lattice of cells, one lattice for each kind and group. */
export class CellCounter {
  readonly side: number;
  private readonly tallies: Tally[] = [];

  constructor(side: number) {
    this.side = side;
  }

  /** The counts of a kind and group by place, to be counted up. */
  countsOf(kind: ShapeKind, group: string | null): Uint32Array {
    const known = this.tallies.find((tally) => tally.kind === kind && tally.group === group);
    if (known) return known.counts;
    const counts = new Uint32Array(this.side * this.side);
    this.tallies.push({ kind, group, counts });
    return counts;
  }

  /** Takes in what was counted into cells of the same size, or into cells of half of it. */
  addAll(groups: readonly CellGroup[], side = this.side): this {
    for (const { kind, group, places, counts } of groups) {
      const into = this.countsOf(kind, group);
      for (let i = 0; i < places.length; i++)
        into[side === this.side ? places[i]! : this.placeAbove(places[i]!, side)]! += counts[i]!;
    }
    return this;
  }

  /** By kind and group, those without a group last. */
  groups(): CellGroup[] {
    return this.tallies.map(sparse).sort((a, b) => a.kind - b.kind || compareGroups(a.group, b.group));
  }

  private placeAbove(place: number, side: number): number {
    return Math.floor(place / side / 2) * this.side + ((place % side) >> 1);
  }
}

function compareGroups(a: string | null, b: string | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : compareValues(a, b);
}

function sparse({ kind, group, counts }: Tally): CellGroup {
  let size = 0;
  for (let place = 0; place < counts.length; place++) if (counts[place] !== 0) size++;
  const places = new Uint32Array(size);
  const found = new Uint32Array(size);
  for (let place = 0, at = 0; at < size; place++) {
    if (counts[place] === 0) continue;
    places[at] = place;
    found[at++] = counts[place]!;
  }
  return { kind, group, places, counts: found };
}

/** Cells at half the number to a side: four become one. */
export function coarser(groups: readonly CellGroup[], side: number): CellGroup[] {
  return new CellCounter(side / 2).addAll(groups, side).groups();
}

/** All records that were counted. */
export function recordsIn(groups: readonly CellGroup[]): number {
  let sum = 0;
  for (const { counts } of groups) for (const count of counts) sum += count;
  return sum;
}
