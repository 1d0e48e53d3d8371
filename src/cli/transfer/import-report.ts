import type { ReportDocument } from '../../kernel/transfer/report.ts';
import { sayTransfer } from './say-transfer.ts';

/** A report as lines for a person: what became of each layer, then what is wrong with which record. */
export function reportLines(report: ReportDocument, most: number): string[] {
  const { file, outcome, layers, findings, unlisted, seconds } = report;
  const count = (name: 'imported' | 'refused') => layers.reduce((sum, layer) => sum + layer[name], 0);
  const counted = String(outcome === 'refused' ? count('refused') : count('imported'));
  const params = { file, count: Number(counted), seconds: seconds.toFixed(1) };
  const isAboutFile = outcome === 'refused' && count('refused') === 0;
  const lines = [sayTransfer(isAboutFile ? 'import.refused-file' : `import.${outcome}`, params)];
  for (const layer of layers) {
    const { read, imported, refused, repaired, warned } = layer;
    const numbers = { read, imported, refused, repaired, warned };
    const texts = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
    lines.push(sayTransfer('import.layer', { layer: layer.layer, register: layer.register, ...texts }));
  }
  const ordered = [...findings].sort((a, b) => rank[a.kind] - rank[b.kind]);
  for (const { kind, row, record, layer, sentence } of ordered.slice(0, most)) {
    const place = [
      ...(layers.length > 1 && layer !== undefined ? [layer] : []),
      ...(row === undefined ? [] : [sayTransfer('import.row', { row: String(row) })]),
      ...(record === undefined || record === String(row) ? [] : [record]),
    ].join(', ');
    lines.push(`  ${marks[kind]} ${place === '' ? '' : `${place}: `}${sentence}`);
  }
  const hidden = findings.length + unlisted - Math.min(most, findings.length);
  if (hidden > 0) lines.push(`  ${sayTransfer('import.more', { count: String(hidden) })}`);
  if (outcome === 'refused' && count('refused') > 0) lines.push(`  ${sayTransfer('import.hint-partial')}`);
  if (findings.some(({ kind, code }) => kind === 'refused' && repairable.has(code)))
    lines.push(`  ${sayTransfer('import.hint-repair')}`);
  return lines;
}

const rank = { refused: 0, repaired: 1, warning: 2 };
const marks = { refused: '✗', repaired: '↻', warning: '!' };
const repairable: ReadonlySet<string> = new Set(['geometry-invalid', 'ring-not-closed']);
