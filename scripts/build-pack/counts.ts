import type { Label, PackRecord } from './record.ts';

const labels: readonly Label[] = ['real', 'derived', 'approximate', 'synthetic'];

/** A Markdown table of how many records of each label every register holds. */
export function countsTable(records: ReadonlyMap<string, readonly PackRecord[]>): string {
  const rows = [...records].map(([id, list]) => [`\`${id}\``, ...counts(list)]);
  const total = ['**all**', ...counts([...records.values()].flat())];
  const head = ['register', 'records', ...labels];
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(['---', ...labels.map(() => '---:'), '---:']),
    ...rows.map(line),
    line(total),
  ].join('\n');
}

function counts(list: readonly PackRecord[]): number[] {
  const of = (label: Label): number => list.filter((record) => record.properties.label === label).length;
  return [list.length, ...labels.map(of)];
}
