import type { CountDocument } from '../../kernel/completeness/count-document.ts';

/** A count as a table: one line, or one line a group with its keys first. RFC 4180. */
export function countCsv(document: CountDocument): string {
  const { count, undated, isComplete, groups } = document;
  const lines = groups
    ? [
        [...Object.keys(groups[0]?.values ?? {}), 'count', 'undated'],
        ...groups.map((group) => [...Object.values(group.values), group.count, group.undated]),
      ]
    : [
        ['count', 'undated', 'complete'],
        [count, undated, isComplete],
      ];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
