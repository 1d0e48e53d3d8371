import type { Position } from 'geojson';
import { type BlockLot, blockLots } from './block.ts';
import { type Frame, type Metres, makeFrame } from './frame.ts';
import { type Plan, type PlanKind, plans } from './plan.ts';
import { type Random, seededRandom } from './random.ts';

export interface SettlementOptions {
  readonly seed: number;
  /** How many lots. */
  readonly count: number;
  /** Longitude and latitude of the south-western corner. */
  readonly origin: Position;
  readonly kind?: PlanKind;
  /** Degrees by which the streets are turned anticlockwise. */
  readonly turnDeg?: number;
}

export type LandUse = 'residential' | 'apartment' | 'commercial' | 'public' | 'green' | 'farm';

/** A piece of made-up land, with what is needed to put a building and an address on it. */
export interface Lot {
  /** Number of the block and of the lot in its block, both from 1. */
  readonly block: number;
  readonly number: number;
  /** Closed ring, anticlockwise. */
  readonly ring: readonly Position[];
  readonly areaM2: number;
  readonly use: LandUse;
  /** Number of the street that the lot faces, from 0 in the south, and the house number on it. */
  readonly street: number;
  readonly houseNumber: number;
  readonly inner: BlockLot['inner'];
  readonly side: 0 | 1;
  readonly frame: Frame;
  /** The lot's own stream of chance. */
  readonly random: Random;
}

/**
 * A settlement of lots between streets, block by block in rows, so that millions of them stream in constant memory.
 * The same options give the same lots; lots of one block share whole edges and none overlap.
 */
export function* generateLots(options: SettlementOptions): Iterable<Lot> {
  const kind = options.kind ?? 'town';
  const plan = plans[kind];
  const frame = makeFrame(options.origin, options.turnDeg);
  const columns = columnCount(plan, options.count);
  let made = 0;
  for (let block = 0; made < options.count; block++) {
    const [column, row] = [block % columns, Math.floor(block / columns)];
    const lots = blockLots(plan, column, row, seededRandom(options.seed, block * 64));
    for (const [index, lot] of lots.entries()) {
      if (made++ === options.count) return;
      const random = seededRandom(options.seed, block * 64 + index + 1);
      const ring = closed(lot.ring.map(frame.place));
      yield {
        block: block + 1,
        number: index + 1,
        ring,
        areaM2: Math.round(frame.area(ring) * 10) / 10,
        use: landUse(kind, random),
        street: row + lot.side,
        houseNumber: houseNumber(plan, column, lot),
        inner: lot.inner,
        side: lot.side,
        frame,
        random,
      };
    }
  }
}

/** Closes a ring of positions by repeating its first one. */
export function closed<T>(ring: readonly T[]): T[] {
  return [...ring, ring[0]!];
}

/** The four corners of a rectangle of metres, anticlockwise, not closed. */
export function corners([west, south, east, north]: BlockLot['inner']): Metres[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function columnCount(plan: Plan, count: number): number {
  const perBlock = plan.lotsPerRow[0] + plan.lotsPerRow[1];
  const aspect = (2 * plan.lotDepth + plan.streetWidth) / (plan.blockLength + plan.streetWidth);
  return Math.max(1, Math.round(Math.sqrt((count / perBlock) * aspect)));
}

/** Odd numbers on the northern side of a street (lots whose front is south), even ones on the southern side. */
function houseNumber(plan: Plan, column: number, lot: BlockLot): number {
  const before = column * plan.lotsPerRow[1] + lot.indexInRow;
  return lot.side === 0 ? 2 * before + 1 : 2 * before + 2;
}

const shares: Readonly<Record<PlanKind, readonly [LandUse, number][]>> = {
  town: [
    ['residential', 0.72],
    ['apartment', 0.86],
    ['commercial', 0.93],
    ['public', 0.96],
    ['green', 1],
  ],
  village: [
    ['residential', 0.66],
    ['farm', 0.92],
    ['commercial', 0.95],
    ['public', 0.97],
    ['green', 1],
  ],
};

function landUse(kind: PlanKind, random: Random): LandUse {
  const chance = random.next();
  return shares[kind].find(([, upTo]) => chance < upTo)![0];
}
