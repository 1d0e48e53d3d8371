import type { Language } from '../i18n/language.ts';
import type { Position } from '../log/entry.ts';
import { type Finding, findingSentence } from './finding.ts';

/** What became of one layer of a file. */
export interface LayerReport {
  readonly layer: string;
  readonly register: string;
  readonly isNew: boolean;
  /** Records read, and what was done with them; `imported` is 0 where the import as a whole was refused. */
  read: number;
  imported: number;
  refused: number;
  repaired: number;
  warned: number;
}

/** What an import did, and everything that it has to say. */
export interface ImportReport {
  readonly file: string;
  readonly format: string | null;
  /** `rehearsed`: a dry run that would have been imported. */
  readonly outcome: 'imported' | 'rehearsed' | 'refused' | 'cancelled';
  /** Last position of the log that the import wrote. */
  readonly position?: Position;
  readonly seconds: number;
  readonly layers: readonly LayerReport[];
  readonly findings: readonly Finding[];
  /** Findings beyond those that are listed. */
  readonly unlisted: number;
}

/** Findings that one report lists at most; the others are counted. */
export const mostFindings = 100_000;

/** Gathers what is found while a file is imported. */
export class Findings {
  readonly list: Finding[] = [];
  unlisted = 0;
  refused = 0;

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (finding.kind === 'refused') this.refused++;
      if (this.list.length < mostFindings) this.list.push(finding);
      else this.unlisted++;
    }
  }
}

/** A report as JSON for a reader: each finding with its sentence. */
export function reportDocument(report: ImportReport, language: Language, most = mostFindings) {
  const { findings, unlisted, ...rest } = report;
  return {
    ...rest,
    findings: findings
      .slice(0, most)
      .map((finding) => ({ ...finding, sentence: findingSentence(finding, language) })),
    unlisted: unlisted + Math.max(0, findings.length - most),
  };
}

export type ReportDocument = ReturnType<typeof reportDocument>;
