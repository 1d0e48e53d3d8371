import type { NumberSpool } from './number-spool.ts';
import { arrays, type NumberArray } from './snapshot-file.ts';
import type { ArrayKind } from './snapshot-head.ts';

const partRows = 1 << 14;

/**
 * Numbers in another order, part by part; each part is good until the next is taken.
 * @param options.kind of the parts, where it is another; @param options.width numbers a row
 */
export function* inOrder(
  spool: Pick<NumberSpool, 'kind' | 'all'>,
  order: Uint32Array,
  { kind = spool.kind, width = 1 }: { readonly kind?: ArrayKind; readonly width?: number } = {},
): Iterable<NumberArray> {
  const numbers: NumberArray = spool.all();
  const part = new arrays[kind](Math.min(partRows, order.length) * width);
  for (let first = 0; first < order.length; first += partRows) {
    const rows = Math.min(partRows, order.length - first);
    for (let row = 0, at = 0; row < rows; row++) {
      const from = order[first + row]! * width;
      for (let i = 0; i < width; i++) part[at++] = numbers[from + i]!;
    }
    yield part.subarray(0, rows * width);
  }
}

/** Where each index stands in an order. */
export function inverseOf(order: Uint32Array): Uint32Array {
  const inverse = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place++) inverse[order[place]!] = place;
  return inverse;
}
