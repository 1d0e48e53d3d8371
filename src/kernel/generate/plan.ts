/** How a generated settlement is laid out; lengths in metres. */
export interface Plan {
  /** Length of a block along its streets. */
  readonly blockLength: number;
  /** Depth of one lot; a block is two lots deep. */
  readonly lotDepth: number;
  readonly lotsPerRow: readonly [fewest: number, most: number];
  readonly streetWidth: number;
  /** Every so many streets one is a wide one. */
  readonly avenueEvery: number;
  readonly avenueWidth: number;
}

export type PlanKind = 'town' | 'village';

/** A dense town quarter and a village of large lots. */
export const plans: Readonly<Record<PlanKind, Plan>> = {
  town: {
    blockLength: 132,
    lotDepth: 30,
    lotsPerRow: [5, 9],
    streetWidth: 9,
    avenueEvery: 6,
    avenueWidth: 22,
  },
  village: {
    blockLength: 168,
    lotDepth: 52,
    lotsPerRow: [4, 7],
    streetWidth: 7,
    avenueEvery: 8,
    avenueWidth: 12,
  },
};

/** Where block number `index` of a row or column begins. */
export function blockStart(plan: Plan, index: number, blockSize: number): number {
  const avenues = Math.floor(index / plan.avenueEvery);
  return index * (blockSize + plan.streetWidth) + avenues * (plan.avenueWidth - plan.streetWidth);
}
