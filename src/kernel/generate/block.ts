import type { Metres } from './frame.ts';
import { blockStart, type Plan } from './plan.ts';
import type { Random } from './random.ts';

/** One lot of a block before it is bent into place. */
export interface BlockLot {
  /** Corner and rear vertices, anticlockwise, not closed. */
  readonly ring: readonly Metres[];
  /** Rectangle that lies inside the lot whatever its rear line does: west, south, east, north. */
  readonly inner: readonly [number, number, number, number];
  /** 0 faces the street south of the block, 1 the street north of it. */
  readonly side: 0 | 1;
  readonly indexInRow: number;
}

const rearJitter = 2.5;
const sideGap = 2;
const frontGap = 3;

/**
 * The lots of the block at a column and a row: two rows back to back. Both rows carry every vertex of the rear line
 * between them, so that neighbours share whole edges and nothing overlaps after rounding.
 */
export function blockLots(plan: Plan, column: number, row: number, random: Random): BlockLot[] {
  const west = blockStart(plan, column, plan.blockLength);
  const south = blockStart(plan, row, plan.lotDepth * 2);
  const middle = south + plan.lotDepth;
  const cuts = facingRows(plan, random);
  const rear = rearLine(cuts, middle, west, random);
  return ([0, 1] as const).flatMap((side) =>
    cuts[side].slice(0, -1).map((start, indexInRow) => {
      const [x0, x1] = [west + start, west + cuts[side][indexInRow + 1]!];
      const front = side === 0 ? south : middle + plan.lotDepth;
      const back = rear.filter(([x]) => x >= x0 && x <= x1);
      const ring: Metres[] =
        side === 0 ? [[x0, front], [x1, front], ...back.toReversed()] : [...back, [x1, front], [x0, front]];
      const deep = plan.lotDepth - rearJitter - 1.5;
      const [y0, y1] = side === 0 ? [front + frontGap, front + deep] : [front - deep, front - frontGap];
      return { ring, inner: [x0 + sideGap, y0, x1 - sideGap, y1] as const, side, indexInRow };
    }),
  );
}

/** Offsets at which a row is cut into lots of unequal width, 0 and the block's length included. */
function frontages(plan: Plan, random: Random): number[] {
  const count = random.integer(...plan.lotsPerRow);
  const weights = Array.from({ length: count }, () => random.between(0.8, 1.25));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let at = 0;
  const cuts = weights.map((weight) => {
    const start = at;
    at += (weight / total) * plan.blockLength;
    return Math.round(start * 100) / 100;
  });
  return [...cuts, plan.blockLength];
}

/** Cuts of both rows; where two nearly meet at the rear line they meet exactly. */
function facingRows(plan: Plan, random: Random): [number[], number[]] {
  const south = frontages(plan, random);
  const north = frontages(plan, random).map((x) => south.find((other) => Math.abs(other - x) < 1.5) ?? x);
  return [south, north];
}

function rearLine(
  cuts: readonly [number[], number[]],
  middle: number,
  west: number,
  random: Random,
): Metres[] {
  const offsets = [...new Set([...cuts[0], ...cuts[1]])].sort((a, b) => a - b);
  return offsets.map((x) => [west + x, middle + random.between(-rearJitter, rearJitter)]);
}
