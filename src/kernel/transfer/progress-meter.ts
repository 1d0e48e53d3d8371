import type { ImportProgress } from './import-request.ts';

/** Shares of an import's time that reading and loading take, roughly. */
const readingShare = 0.55;
const intervalMs = 200;

/** Turns counts into rate, share and time left, a few times a second. */
export class ProgressMeter {
  private readonly report: ((progress: ImportProgress) => void) | undefined;
  private readonly begun = performance.now();
  private current: ImportProgress['stage'] = 'planning';
  private layer: string | undefined;
  private records = 0;
  private done = 0;
  private refused = 0;
  private told = 0;
  private readingEnded: number | undefined;

  constructor(report?: (progress: ImportProgress) => void) {
    this.report = report;
  }

  stage(stage: ImportProgress['stage'], layer?: string): void {
    this.current = stage;
    if (layer !== undefined) this.layer = layer;
    if (stage === 'loading') this.readingEnded = performance.now();
    if (stage === 'loading') this.done = readingShare;
    if (stage === 'done') this.done = 1;
    this.tell(true);
  }

  read(records: number, share: number, refused: number): void {
    this.records += records;
    this.done = Math.min(1, share) * readingShare;
    this.refused = refused;
    this.tell();
  }

  /** Share of the loading. */
  share(share: number): void {
    this.done = readingShare + Math.min(1, share) * (1 - readingShare);
    this.tell();
  }

  private tell(isForced = false): void {
    const now = performance.now();
    if (!this.report || (!isForced && now - this.told < intervalMs)) return;
    this.told = now;
    const seconds = (now - this.begun) / 1000;
    const readingSeconds = ((this.readingEnded ?? now) - this.begun) / 1000;
    this.report({
      stage: this.current,
      ...(this.layer === undefined ? {} : { layer: this.layer }),
      records: this.records,
      share: this.done,
      recordsPerSecond: readingSeconds > 0 ? Math.round(this.records / readingSeconds) : 0,
      ...(this.done > 0.02 ? { secondsLeft: Math.round((seconds * (1 - this.done)) / this.done) } : {}),
      refused: this.refused,
    });
  }
}
