import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Row } from './race.ts';

const page = fileURLToPath(new URL('../../../docs/reference/performance.md', import.meta.url));

/** Ours divided by theirs, by peer and question: more is better for throughput, less for p99. */
export function ratiosOf(rows: readonly Row[]) {
  return rows
    .filter(({ contestant }) => contestant !== 'ufuq')
    .flatMap((row) => {
      const own = rows.find(({ contestant, question }) => contestant === 'ufuq' && question === row.question);
      if (!own || row.figures.perSecond === 0) return [];
      return [
        {
          peer: row.contestant,
          question: row.question,
          throughput: round(own.figures.perSecond / row.figures.perSecond),
          p99: round(own.figures.p99 / row.figures.p99),
        },
      ];
    });
}

/** The table of a race as Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const ratios = ratiosOf(rows);
  const lines = rows.map(({ question, contestant, figures }) => {
    const ratio = ratios.find((each) => each.peer === contestant && each.question === question);
    const cells = [
      question,
      contestant,
      figures.perSecond.toFixed(figures.perSecond < 100 ? 1 : 0),
      figures.p50.toFixed(1),
      figures.p99.toFixed(1),
      Math.round(figures.bytes).toLocaleString('en'),
      ratio ? `${ratio.throughput} ×` : '',
      String(figures.failed),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| question | who | a second | p50 ms | p99 ms | bytes | ours / theirs | failed |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...lines,
  ].join('\n');
}

/** Puts the table of one race into the page of figures, in the place of the one before. */
export function writePage(name: string, table: string, notes: readonly string[]): void {
  const head = [
    '# Performance',
    '',
    'What `npm run bench -- features | tiles | filter | start | memory --write` measured. Everybody answers from the same parcels in the same PostgreSQL,',
    'one contestant at a time, in alternating rounds; figures are medians. The load comes from the same machine.',
    '',
  ].join('\n');
  const mark = (part: string) => `<!-- ${part}: ${name} -->`;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  const section = [
    mark('begin'),
    `## ${name}`,
    '',
    table,
    '',
    ...notes.map((note) => `- ${note}`),
    `- ${machine}`,
    mark('end'),
    '',
  ].join('\n');
  const text = existsSync(page) ? readFileSync(page, 'utf8') : head;
  const from = text.indexOf(mark('begin'));
  const to = text.indexOf(mark('end'));
  const rest = from < 0 ? `${text.trimEnd()}\n\n` : text.slice(0, from);
  writeFileSync(page, from < 0 ? rest + section : rest + section + text.slice(to + mark('end').length + 1));
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
