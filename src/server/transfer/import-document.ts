import { problemDocument } from '../../kernel/http/problem-document.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { reportDocument } from '../../kernel/transfer/report.ts';
import type { ImportJob } from './import-jobs.ts';

/** An import as `GET /imports/{id}` shows it: how far it is, then what it did, every finding with its sentence. */
export function importDocument(job: ImportJob, language: Language, base: string, mostFindings: number) {
  const { id, file, created, status, progress, report, problem } = job;
  const href = `${base}/imports/${id}`;
  return {
    id,
    file,
    status,
    created: created.toISOString(),
    ...(progress === undefined ? {} : { progress }),
    ...(report === undefined ? {} : { report: reportDocument(report, language, mostFindings) }),
    ...(problem === undefined ? {} : { problem: problemDocument(problem, language, base) }),
    links: [
      { rel: 'self', type: 'application/json', href },
      ...(report?.outcome === 'imported'
        ? report.layers.map(({ register }) => ({
            rel: 'related',
            type: 'application/json',
            title: register,
            href: `${base}/collections/${register}`,
          }))
        : []),
    ],
  };
}

export type ImportDocument = ReturnType<typeof importDocument>;
