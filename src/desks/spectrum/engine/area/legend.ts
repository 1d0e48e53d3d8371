/** Digits, minus and the letters of dBµV/m in a 3 × 5 raster: five rows of three bits. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '-': [0, 0, 7, 0, 0],
  '/': [1, 1, 2, 4, 4],
  d: [1, 1, 7, 5, 7],
  B: [6, 5, 6, 5, 6],
  u: [0, 5, 5, 7, 4],
  V: [5, 5, 5, 5, 2],
  m: [0, 0, 7, 7, 5],
};

/** Draws text into RGBA pixels in black, each glyph dot `scale` pixels wide. */
export function drawText(
  rgba: Uint8Array,
  width: number,
  text: string,
  left: number,
  top: number,
  scale: number,
): void {
  for (const [i, character] of [...text].entries()) {
    const glyph = GLYPHS[character];
    if (glyph === undefined) continue;
    for (let y = 0; y < 5 * scale; y++) {
      for (let x = 0; x < 3 * scale; x++) {
        const isDot = (glyph[Math.floor(y / scale)]! >> (2 - Math.floor(x / scale))) & 1;
        if (isDot === 0) continue;
        const at = ((top + y) * width + left + i * 4 * scale + x) * 4;
        rgba.set([0, 0, 0, 255], at);
      }
    }
  }
}
