/** Most characters of a cell of Excel. */
export const longestCell = 32_767;

/** Columns that one text may go on in, the first included: half a million characters. */
export const mostCells = 16;

/** Name of the column in which the n-th part of a text stands: `geometry`, `geometry_2`, … */
export function partColumn(name: string, part: number): string {
  return part === 1 ? name : `${name}_${part}`;
}

/**
 * A text of numbers and commas in parts that fit into cells, each but the first beginning with a comma, so that no blank
 * stands at an edge where programs trim it. Undefined for a text that takes more than `mostCells`.
 */
export function cellParts(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + longestCell;
    if (end < text.length) {
      const comma = text.lastIndexOf(',', end);
      if (comma > at) end = comma;
    }
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts.length <= mostCells ? parts : undefined;
}

/** Columns of a table that hold the parts of the text that begins in a column, in their order. */
export function partColumns(name: string, columns: readonly string[]): readonly string[] {
  const found = [name];
  for (let part = 2; columns.includes(partColumn(name, part)); part++) found.push(partColumn(name, part));
  return found;
}
