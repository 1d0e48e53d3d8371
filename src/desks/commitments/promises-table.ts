import { createSink } from '../../kernel/formats/create-sink.ts';
import type { SinkChunk } from '../../kernel/formats/sink.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { statusName } from './promise-sentence.ts';
import type { PromisesDocument } from './promises-document.ts';

const columns = [
  'name',
  'status',
  'status_name',
  'reason',
  'sentence',
  'due',
  'on',
  'days_late',
  'agreement',
  'parties',
  'evidence',
  'label',
  'source',
] as const;

/** Promises as CSV, one a row, for a spreadsheet. */
export async function promisesTable({ promises }: PromisesDocument, language: Language): Promise<string> {
  const fields = columns.map((name) => ({ name, type: 'string' as const }));
  const sink = createSink('csv', { layer: { id: 'promises', fields, geometry: null }, withMark: true });
  const rows = promises.map((promise) => ({
    id: promise.id,
    geometry: null,
    properties: {
      ...promise,
      status_name: statusName(language, promise.status),
      days_late: promise.daysLate,
      agreement: promise.agreement?.name,
      parties: promise.parties.map(({ name }) => name).join('; '),
      evidence: promise.evidence.join(' '),
    },
  }));
  const chunks: SinkChunk[] = [];
  const written = await sink.write(rows);
  if (written !== undefined) chunks.push(written);
  for await (const chunk of sink.end()) chunks.push(chunk);
  return chunks.map((chunk) => (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())).join('');
}
