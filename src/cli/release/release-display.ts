import { type ReleaseMessageKey, sayRelease } from './say-release.ts';

const barWidth = 24;
const pauseMs = 250;

interface Step {
  readonly stage: string;
  readonly register?: string;
  readonly done: number;
  readonly total: number;
}

/** Shows how far a release is on standard error: a line that moves on a terminal, a JSON line a second elsewhere. */
export class ReleaseDisplay {
  #shown = 0;
  #stage = '';

  readonly show = (step: Step): void => {
    const now = performance.now();
    const isNew = step.stage !== this.#stage;
    const pause = process.stderr.isTTY ? pauseMs : pauseMs * 4;
    if (!isNew && now - this.#shown < pause) return;
    this.#shown = now;
    this.#stage = step.stage;
    if (!process.stderr.isTTY) {
      process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...step })}\n`);
      return;
    }
    const { stage, register, done, total } = step;
    const share = total > 0 ? done / total : 0;
    const bar = '█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '░');
    const subject = register === undefined ? '' : ` · ${register}`;
    const words = sayRelease(`stage.${stage}` as ReleaseMessageKey);
    process.stderr.write(`\r\x1b[2K  ${words} ${bar} ${Math.floor(share * 100)} %${subject}`);
  };

  end(): void {
    if (process.stderr.isTTY && this.#stage !== '') process.stderr.write('\r\x1b[2K');
  }
}
