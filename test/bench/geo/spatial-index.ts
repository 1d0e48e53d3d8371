import Flatbush from 'flatbush';
import { hilbertTileId } from '../../../src/kernel/geo/grid/hilbert-tile-id.ts';
import { hilbertOrder, sortedIndexes } from '../../../src/kernel/geo/hilbert-order.ts';
import { floatAbove, floatBelow } from '../../../src/kernel/geo/outward-box.ts';
import { PackedTree } from '../../../src/kernel/geo/packed-tree.ts';
import { duel } from './duel.ts';
import { area, boxesWithin } from './ground.ts';

/** `outward-box`, `hilbert-order`, `packed-tree` and `grid/hilbert-tile-id`: what finds a box among 500,000. */
export function benchSpatialIndex(): void {
  const items = boxesWithin(area, 500_000, 0.001);
  const exact = Float64Array.from(items.flat());

  duel({
    what: 'outward-box: 2,000,000 sides',
    ours: () => outward(exact).length,
    peer: 'Math.fround and a margin of 2^-23, looser by up to two steps',
    theirs: () => widened(exact).length,
  });
  const boxes = outward(exact);

  const keys = Uint32Array.from({ length: 500_000 }, (_, i) => (i * 2_654_435_761) % 2 ** 32);
  duel({
    what: 'hilbert-order, sortedIndexes: 500,000 keys',
    ours: () => sortedIndexes(keys)[250_000]!,
    peer: 'Uint32Array.sort by the keys',
    theirs: () => Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!)[250_000]!,
  });
  duel({
    what: 'hilbert-order and packed-tree: build over 500,000 boxes',
    ours: () => treeOf(boxes).order.length,
    peer: 'flatbush',
    theirs: () => flatbushOf(boxes).numItems,
  });

  const { tree } = treeOf(boxes);
  const peer = flatbushOf(boxes);
  for (const [share, count] of [
    [0.002, 20_000],
    [0.1, 50],
  ] as const) {
    const questions = boxesWithin(area, count, share);
    duel({
      what: `packed-tree: ${count.toLocaleString('en')} boxes of ${share * 100} % of the width`,
      ours: () => {
        let found = 0;
        for (const [west, south, east, north] of questions)
          tree.search(
            west,
            south,
            east,
            north,
            (from, to) => {
              found += to - from;
            },
            () => found++,
          );
        return found;
      },
      peer: 'flatbush',
      theirs: () => {
        let found = 0;
        for (const [west, south, east, north] of questions)
          peer.search(west, south, east, north, () => {
            found++;
            return false;
          });
        return found;
      },
    });
  }
}

/** `grid/hilbert-tile-id`: numbers of the tiles of an archive. */
export async function benchTileIds(): Promise<void> {
  const { zxyToTileId } = await import('pmtiles');
  const sum = (number: (level: number, column: number, row: number) => number) => () => {
    let total = 0;
    for (let column = 0; column < 1000; column++)
      for (let row = 0; row < 500; row++) total += number(14, column * 16, row * 32);
    return total;
  };
  duel({
    what: 'grid/hilbert-tile-id: 500,000 tiles',
    ours: sum(hilbertTileId),
    peer: 'pmtiles',
    theirs: sum(zxyToTileId),
  });
}

function outward(exact: Float64Array): Float32Array {
  return Float32Array.from(exact, (side, i) => (i % 4 < 2 ? floatBelow(side) : floatAbove(side)));
}

function widened(exact: Float64Array): Float32Array {
  return Float32Array.from(exact, (side, i) => side + Math.abs(side) * 2 ** -23 * (i % 4 < 2 ? -1 : 1));
}

function treeOf(boxes: Float32Array): { tree: PackedTree; order: Uint32Array } {
  const order = hilbertOrder(boxes);
  const sorted = new Float32Array(boxes.length);
  for (let i = 0, at = 0; i < order.length; i++, at += 4) {
    const from = order[i]! * 4;
    for (let side = 0; side < 4; side++) sorted[at + side] = boxes[from + side]!;
  }
  return { tree: new PackedTree(sorted), order };
}

function flatbushOf(boxes: Float32Array): Flatbush {
  const peer = new Flatbush(boxes.length / 4, 16, Float32Array);
  for (let i = 0; i < boxes.length; i += 4) peer.add(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!);
  peer.finish();
  return peer;
}
