/**
 * The Hilbert curve, four levels a step. On its way down a quadrant is the curve as it stands, mirrored along the
 * diagonal, turned half round, or both: four states, which with four bits of each coordinate give eight bits of the
 * distance and the state below.
 */
const levels = 4;
const steps = tableOfSteps();

/** The state in which a curve over 2^order cells a side begins, so that whole steps end at its last bit. */
export function firstState(order: number): number {
  return (levels - (order % levels)) % 2;
}

/**
 * One step along: `state << 8 | distance` of the next four bits of `x` and `y`, which stand at `shift`.
 * @param shift a multiple of 4
 */
export function hilbertStep(state: number, x: number, y: number, shift: number): number {
  return steps[(state << 8) | (((x >>> shift) & 15) << 4) | ((y >>> shift) & 15)]!;
}

function tableOfSteps(): Uint16Array {
  const table = new Uint16Array(4 * 256);
  for (let index = 0; index < table.length; index++) {
    let isMirrored = (index >> 8) & 1;
    let isTurned = index >> 9;
    let distance = 0;
    for (let bit = levels - 1; bit >= 0; bit--) {
      const x = ((index >> (bit + 4)) & 1) ^ isTurned;
      const y = ((index >> bit) & 1) ^ isTurned;
      const [right, up] = isMirrored ? [y, x] : [x, y];
      distance = (distance << 2) | ((3 * right) ^ up);
      if (up === 0) {
        isMirrored ^= 1;
        isTurned ^= right;
      }
    }
    table[index] = (((isTurned << 1) | isMirrored) << 8) | distance;
  }
  return table;
}
