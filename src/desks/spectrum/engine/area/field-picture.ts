import { drawText } from './legend.ts';
import { encodePng } from './png-encoder.ts';
import type { FieldRaster } from './raster.ts';

/** Dark blue to yellow, told apart by lightness alone as well, for eyes that see colours otherwise. */
const RAMP: readonly (readonly [number, number, number])[] = [
  [48, 18, 96],
  [41, 82, 140],
  [32, 137, 140],
  [63, 184, 112],
  [170, 215, 64],
  [253, 231, 76],
];

/** Colour of a place `t` in [0, 1] on the ramp. */
export function rampColour(t: number): readonly [number, number, number] {
  const at = Math.min(Math.max(t, 0), 1) * (RAMP.length - 1);
  const i = Math.min(Math.floor(at), RAMP.length - 2);
  const u = at - i;
  const mixed = (c: 0 | 1 | 2) => Math.round(RAMP[i]![c] * (1 - u) + RAMP[i + 1]![c] * u);
  return [mixed(0), mixed(1), mixed(2)];
}

const LEGEND_WIDTH = 96;

/**
 * Paints a raster with a legend beside it.
 *
 * @param levels field strengths, ascending, dB(µV/m): the bands of colour; below the first is transparent
 * @returns a PNG
 */
export function paintField(raster: FieldRaster, levels: readonly number[]): Uint8Array {
  const { columns, rows, values } = raster;
  const height = Math.max(rows, 28 * (levels.length + 1));
  const width = columns + LEGEND_WIDTH;
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) rgba.fill(255, (y * width + columns) * 4, (y + 1) * width * 4);
  const colours = levels.map((_, i) => rampColour(levels.length === 1 ? 1 : i / (levels.length - 1)));
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const value = values[y * columns + x]!;
      let band = -1;
      while (band + 1 < levels.length && value >= levels[band + 1]!) band++;
      if (band >= 0) rgba.set([...colours[band]!, 200], (y * width + x) * 4);
    }
  }
  drawText(rgba, width, 'dBuV/m', columns + 8, 8, 2);
  for (const [i, level] of [...levels].reverse().entries()) {
    const top = 28 + i * 28;
    const colour = colours[levels.length - 1 - i]!;
    for (let y = top; y < top + 20; y++) {
      for (let x = columns + 8; x < columns + 28; x++) rgba.set([...colour, 255], (y * width + x) * 4);
    }
    drawText(rgba, width, String(Math.round(level)), columns + 36, top + 5, 2);
  }
  return encodePng(rgba, width, height);
}
