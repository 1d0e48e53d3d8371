import { firstState, hilbertStep } from '../hilbert-curve.ts';

/** Numbers the tiles of a quad pyramid along Hilbert curves, level after level (PMTiles 3, "Tile IDs"). */

/** Deepest level whose numbers a double holds exactly. */
export const deepestLevel = 26;

/** Number of the tile; 0 is the single tile of level 0. @throws RangeError for a tile that the level does not have. */
export function hilbertTileId(level: number, column: number, row: number): number {
  const side = 2 ** level;
  if (!(level >= 0 && level <= deepestLevel))
    throw new RangeError(`level ${level} is not 0 to ${deepestLevel}`);
  if (!(column >= 0 && column < side && row >= 0 && row < side))
    throw new RangeError(`level ${level} has no tile at column ${column}, row ${row}`);
  let state = firstState(level);
  let along = 0;
  for (let shift = (level - 1) & ~3; shift >= 0; shift -= 4) {
    const step = hilbertStep(state, column, row, shift);
    state = step >>> 8;
    along = along * 256 + (step & 255);
  }
  return firstOfLevel(level) + along;
}

/** Level, column and row of a number. */
export function hilbertTile(id: number): { level: number; column: number; row: number } {
  let level = 0;
  while (firstOfLevel(level + 1) <= id) level++;
  let rest = id - firstOfLevel(level);
  let column = 0;
  let row = 0;
  const side = 2 ** level;
  for (let step = 1; step < side; step *= 2) {
    const right = Math.floor(rest / 2) % 2;
    const down = (rest % 2) ^ right;
    if (down === 0) {
      if (right === 1) {
        column = step - 1 - column;
        row = step - 1 - row;
      }
      [column, row] = [row, column];
    }
    column += step * right;
    row += step * down;
    rest = Math.floor(rest / 4);
  }
  return { level, column, row };
}

/** Number of tiles above a level: (4^level - 1) / 3. */
export function firstOfLevel(level: number): number {
  return (4 ** level - 1) / 3;
}
