import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hilbertDistance, hilbertOrder, sortedIndexes } from './hilbert-order.ts';
import { floatAbove, floatBelow } from './outward-box.ts';
import { coveringBox, PackedTree } from './packed-tree.ts';

const side = fc.float({ min: -180, max: 180, noNaN: true });
const box = fc.tuple(
  side,
  side,
  fc.float({ min: 0, max: 5, noNaN: true }),
  fc.float({ min: 0, max: 5, noNaN: true }),
);

function inHilbertOrder(boxes: Float32Array): Float32Array {
  const ordered = new Float32Array(boxes.length);
  for (const [at, index] of hilbertOrder(boxes).entries())
    ordered.set(boxes.subarray(index * 4, index * 4 + 4), at * 4);
  return ordered;
}

function fail(leaf: number): never {
  throw new Error(`leaf ${leaf} lies within`);
}

describe('PackedTree', () => {
  test('finds what a look at every box finds, and says which lie wholly within', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 700 }), box, (all, [x, y, w, h]) => {
        const boxes = inHilbertOrder(Float32Array.from(all.flatMap(([x, y, w, h]) => [x, y, x + w, y + h])));
        const [west, south, east, north] = [x, y, x + w * 20, y + h * 20];
        const expected: string[] = [];
        for (let i = 0; i < boxes.length / 4; i++) {
          const [bw, bs, be, bn] = boxes.subarray(i * 4, i * 4 + 4) as unknown as number[];
          if (bw! > east || be! < west || bs! > north || bn! < south) continue;
          expected.push(`${i} ${bw! >= west && be! <= east && bs! >= south && bn! <= north}`);
        }
        const found: string[] = [];
        const within = (from: number, to: number) => {
          for (let leaf = from; leaf < to; leaf++) found.push(`${leaf} true`);
        };
        new PackedTree(boxes).search(west, south, east, north, within, (leaf) => found.push(`${leaf} false`));
        expect(found).toEqual(expected);
      }),
    );
  });

  test('names the largest node that begins at a leaf and passes a test', () => {
    const boxes = new Float32Array(4 * 600);
    for (let i = 0; i < 600; i++) boxes.set([i, 0, i + 1, 1], i * 4);
    const tree = new PackedTree(boxes);
    const reaches = (east: number) => (_w: number, _s: number, e: number, _n: number) => e <= east;
    expect(tree.nodeFrom(0, 600, reaches(1000))).toBe(256);
    expect(tree.nodeFrom(256, 600, reaches(1000))).toBe(256);
    expect(tree.nodeFrom(256, 500, reaches(1000))).toBe(16);
    expect(tree.nodeFrom(0, 600, reaches(100))).toBe(16);
    expect(tree.nodeFrom(0, 600, reaches(15))).toBe(0);
    expect(tree.nodeFrom(8, 600, reaches(1000))).toBe(0);
    expect(tree.nodeFrom(592, 600, reaches(1000))).toBe(0);
  });

  test('never finds what has no place', () => {
    const nowhere = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    const mixed = Float32Array.from([...nowhere, 1, 1, 2, 2, ...nowhere, 3, 3, 4, 4]);
    expect([...hilbertOrder(mixed)]).toEqual([1, 3, 0, 2]);
    const boxes = inHilbertOrder(Float32Array.from([...nowhere, 1, 1, 2, 2, ...nowhere]));
    const found: number[] = [];
    const tree = new PackedTree(boxes);
    tree.search(-180, -90, 180, 90, (from, to) => found.push(from, to), fail);
    tree.search(Number.NEGATIVE_INFINITY, -90, 180, 90, (from, to) => found.push(from, to), fail);
    expect(found).toEqual([0, 1, 0, 1]);
    expect(coveringBox(boxes)).toEqual([1, 1, 2, 2]);
    expect(coveringBox(Float32Array.from(nowhere))).toBeUndefined();
  });
});

describe('Hilbert order', () => {
  test('neighbours on the curve are neighbours on the grid', () => {
    const cells: [number, number, number][] = [];
    for (let x = 0; x < 16; x++) for (let y = 0; y < 16; y++) cells.push([hilbertDistance(x, y), x, y]);
    cells.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < cells.length; i++)
      expect(Math.abs(cells[i]![1] - cells[i - 1]![1]) + Math.abs(cells[i]![2] - cells[i - 1]![2])).toBe(1);
  });

  test('the curve is the one that is drawn a level at a time', () => {
    const cell = fc.integer({ min: 0, max: 65_535 });
    fc.assert(fc.property(cell, cell, (x, y) => hilbertDistance(x, y) === levelByLevel(x, y)));
  });

  test('sorts as a comparator does, equal keys in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), (keys) => {
        const expected = keys.map((_, index) => index).sort((a, b) => keys[a]! - keys[b]! || a - b);
        expect([...sortedIndexes(Uint32Array.from(keys))]).toEqual(expected);
      }),
    );
  });
});

/** The definition: which quadrant, then the same question in that quadrant, mirrored or turned. */
function levelByLevel(x: number, y: number): number {
  let distance = 0;
  for (let step = 32_768; step >= 1; step /= 2) {
    const [right, up] = [x & step ? 1 : 0, y & step ? 1 : 0];
    distance += step * step * ((3 * right) ^ up);
    if (up === 1) continue;
    if (right === 1) [x, y] = [65_535 - x, 65_535 - y];
    [x, y] = [y, x];
  }
  return distance;
}

test('floats around a number hold it between them, with none in between', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e30, max: 1e30, noNaN: true }), (value) => {
      const [below, above] = [floatBelow(value), floatAbove(value)];
      expect(below <= value && value <= above).toBe(true);
      expect([Math.fround(below), Math.fround(above)]).toEqual([below, above]);
      expect(
        below === above ||
          Math.fround((below + above) / 2) === below ||
          Math.fround((below + above) / 2) === above,
      ).toBe(true);
    }),
  );
});
