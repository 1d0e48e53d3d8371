import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { StationOutcome } from '../../desks/spectrum/engine/border/screening-task.ts';

/** Finished stations as JSON lines, so that a stopped screening goes on where it was. */
export class OutcomeJournal {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** What an earlier run finished; a last line that was cut off is left out. */
  read(): StationOutcome[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          const outcome = JSON.parse(line) as StationOutcome;
          return [{ ...outcome, clearedBoundDb: outcome.clearedBoundDb ?? Number.NEGATIVE_INFINITY }];
        } catch {
          return [];
        }
      });
  }

  add(outcome: StationOutcome): void {
    appendFileSync(this.#file, `${JSON.stringify(outcome)}\n`);
  }
}
