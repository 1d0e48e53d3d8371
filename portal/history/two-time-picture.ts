import type { HistoryEntry } from '../api/record.ts';

/** A part of the plane of the two times that one entry answers for: valid time across, recorded time up. */
export interface Region {
  readonly entry: HistoryEntry;
  /** Milliseconds; infinite where it is open. */
  readonly from: number;
  readonly to: number;
  /** Bands of recorded time, counted from the oldest: from this one on … */
  readonly firstBand: number;
  /** … up to and without this one. */
  readonly endBand: number;
  /** Nothing has superseded it. */
  readonly isCurrent: boolean;
}

export interface TwoTimePicture {
  /** When each band begins, oldest first; the last one goes on until now. */
  readonly bands: readonly string[];
  readonly regions: readonly Region[];
}

interface Piece {
  readonly entry: HistoryEntry;
  readonly from: number;
  readonly to: number;
  readonly firstBand: number;
}

/** What entries (in any order) say at every two times. Entries recorded together make one band. */
export function twoTimePicture(entries: readonly HistoryEntry[]): TwoTimePicture {
  const sorted = entries.toSorted((a, b) => a.position - b.position);
  const bands: string[] = [];
  const done: Region[] = [];
  let live: readonly Piece[] = [];
  for (const [index, entry] of sorted.entries()) {
    if (bands.at(-1) !== entry.recordedAt) bands.push(entry.recordedAt);
    const band = bands.length - 1;
    const from = entry.valid.from === null ? Number.NEGATIVE_INFINITY : Date.parse(entry.valid.from);
    const to = entry.valid.to === null ? Number.POSITIVE_INFINITY : Date.parse(entry.valid.to);
    const kept: Piece[] = [];
    for (const piece of live) {
      if (piece.from >= to || piece.to <= from) {
        kept.push(piece);
        continue;
      }
      // What was said in this very band and superseded in it was never an answer.
      if (piece.firstBand < band) done.push({ ...piece, endBand: band, isCurrent: false });
      if (piece.from < from) kept.push({ ...piece, to: from, firstBand: band });
      if (piece.to > to) kept.push({ ...piece, from: to, firstBand: band });
    }
    live = [...kept, { entry, from, to, firstBand: band }];
    if (index === sorted.length - 1)
      for (const piece of live) done.push({ ...piece, endBand: bands.length, isCurrent: true });
  }
  return { bands, regions: joined(done) };
}

/** A region that was cut into bands only because its neighbour changed is one again. */
function joined(regions: readonly Region[]): readonly Region[] {
  const result: Region[] = [];
  for (const region of regions.toSorted((a, b) => a.firstBand - b.firstBand || a.from - b.from)) {
    const index = result.findIndex(
      (other) =>
        other.entry === region.entry &&
        other.from === region.from &&
        other.to === region.to &&
        other.endBand === region.firstBand,
    );
    if (index < 0) result.push(region);
    else result[index] = { ...result[index]!, endBand: region.endBand, isCurrent: region.isCurrent };
  }
  return result;
}

/** The region that answers at an instant, as known in a band. */
export function regionAt({ regions }: TwoTimePicture, instant: number, band: number): Region | undefined {
  return regions.find(
    ({ from, to, firstBand, endBand }) =>
      from <= instant && instant < to && firstBand <= band && band < endBand,
  );
}

/** The band in which something was known at an instant; -1 before the first. */
export function bandAt({ bands }: TwoTimePicture, instant: number): number {
  return bands.findLastIndex((begin) => Date.parse(begin) <= instant);
}
