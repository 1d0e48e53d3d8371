/** Columns a person reads: as wide as their longest cell, numbers to the right. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
): string {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column]!)].map(width)),
  );
  const show = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const gap = ' '.repeat(widths[column]! - width(cell));
        return numeric.includes(column) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [show(head), show(widths.map((each) => '─'.repeat(each))), ...rows.map(show)].join('\n');
}

/** Cells of a terminal that a text takes; marks that combine take none. */
function width(text: string): number {
  return [...text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')].length;
}
