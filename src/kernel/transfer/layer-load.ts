import type { Finding } from './finding.ts';
import type { LayerPlan } from './import-plan.ts';
import type { LayerReport } from './report.ts';
import type { RowLoad } from './row-load.ts';
import type { StagedBodies } from './staged-bodies.ts';
import type { StagedTuples } from './staged-tuples.ts';

/** One layer on its way into the log: what was prepared of it and where that waits. */
export interface LayerLoad {
  readonly plan: LayerPlan;
  readonly report: LayerReport;
  readonly entries: StagedTuples;
  readonly rows: RowLoad;
  /** Positions that its entries were given in advance: the first, and how many. */
  readonly firstPosition: number;
  count: number;
  /** Number that its entries were given in advance. */
  readonly registerNumber: number;
  /** Instead of tuples, where records that exist are replaced. */
  readonly bodies: StagedBodies;
}

/** Records that do not stand beside the others (values taken, references missing), found only when all are there. */
export class RefusedTogether extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super('records were refused');
    this.name = 'RefusedTogether';
    this.findings = findings;
  }
}
