/** A grid of refractivity over the whole Earth, such as the ITU-R files DN50.TXT and N050.TXT. */
export interface RefractivityMap {
  readonly rows: number;
  readonly columns: number;
  /** row by row from 90° N to 90° S, each from 0° E to 360° E */
  readonly values: Float64Array;
}

/**
 * Reads a map that the operator brings (none is bundled): lines of numbers, rows from the north pole to the south
 * pole, columns from 0° to 360° E, both ends included.
 *
 * @throws RangeError with what is wrong where the lines are not a grid
 */
export function parseRefractivityMap(text: string, name = 'the map'): RefractivityMap {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const columns = lines[0]?.trim().split(/\s+/).length ?? 0;
  const values = new Float64Array(lines.length * columns);
  for (const [row, line] of lines.entries()) {
    const cells = line.trim().split(/\s+/).map(Number);
    if (cells.length !== columns || cells.some((cell) => !Number.isFinite(cell))) {
      throw new RangeError(`${name}: line ${row + 1} does not hold ${columns} numbers`);
    }
    values.set(cells, row * columns);
  }
  if (lines.length < 2 || columns < 2) throw new RangeError(`${name}: at least 2 × 2 numbers are needed`);
  return { rows: lines.length, columns, values };
}

/** The map at a place, bilinear: P.1812-8 §3.5, P.452-18 §3.2 take it at the path centre. */
export function refractivityAt(map: RefractivityMap, lon: number, lat: number): number {
  const x = ((((lon % 360) + 360) % 360) / 360) * (map.columns - 1);
  const y = ((90 - lat) / 180) * (map.rows - 1);
  const c = Math.min(Math.floor(x), map.columns - 2);
  const r = Math.min(Math.floor(y), map.rows - 2);
  const at = (row: number, column: number) => map.values[row * map.columns + column]!;
  const north = at(r, c) + (at(r, c + 1) - at(r, c)) * (x - c);
  const south = at(r + 1, c) + (at(r + 1, c + 1) - at(r + 1, c)) * (x - c);
  return north + (south - north) * (y - r);
}
