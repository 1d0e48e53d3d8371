/** Cells along a side of a block; a block holds one more sample than cells each way, so no cell spans two blocks. */
const CELLS = 8;
const SIDE = CELLS + 1;

/**
 * Rearranges rows into blocks of 8 × 8 cells (9 × 9 samples, shared edges repeated). A path over a tile of 26 MB
 * then touches a fifth of the cache lines: profiles are read about twice as fast as from rows.
 *
 * @returns the samples of block (r, c) from index (r · blocksPerRow + c) · 81
 */
export function storeBlocks(
  heights: Int16Array | Float32Array,
  columns: number,
  rows: number,
): { blocks: Int16Array | Float32Array; blocksPerRow: number } {
  const blocksPerRow = Math.ceil((columns - 1) / CELLS);
  const blockRows = Math.ceil((rows - 1) / CELLS);
  const size = blocksPerRow * blockRows * SIDE * SIDE;
  // shared memory, so that worker threads read the same tile
  const blocks =
    heights instanceof Int16Array
      ? new Int16Array(new SharedArrayBuffer(2 * size))
      : new Float32Array(new SharedArrayBuffer(4 * size));
  let at = 0;
  for (let br = 0; br < blockRows; br++) {
    for (let bc = 0; bc < blocksPerRow; bc++) {
      for (let r = 0; r < SIDE; r++) {
        const row = Math.min(br * CELLS + r, rows - 1) * columns;
        for (let c = 0; c < SIDE; c++) blocks[at++] = heights[row + Math.min(bc * CELLS + c, columns - 1)]!;
      }
    }
  }
  return { blocks, blocksPerRow };
}
