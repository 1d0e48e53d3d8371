import type { OnProgress, Progress, Stage } from '../server/progress.ts';
import { say } from './say.ts';

const barWidth = 24;
const jsonMilliseconds = 1000;

/** Shows what takes long on standard error: a line that moves on a terminal, JSON lines elsewhere. */
export class ProgressDisplay {
  readonly #stream: NodeJS.WriteStream;
  #stage: Stage | undefined;
  #since = 0;
  #printed = 0;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  readonly show: OnProgress = (progress) => {
    const isNew = progress.stage !== this.#stage;
    if (isNew) {
      this.end();
      this.#stage = progress.stage;
      this.#since = performance.now();
    }
    if (this.#stream.isTTY) this.#stream.write(`\r\x1b[2K  ${line(progress)}`);
    else this.#json(progress, isNew);
  };

  /** Closes the line of the stage that was under way. */
  end(): void {
    if (this.#stage !== undefined && this.#stream.isTTY) {
      const seconds = ((performance.now() - this.#since) / 1000).toFixed(1);
      this.#stream.write(`\r\x1b[2K✓ ${say(`stage.${this.#stage}`)} · ${seconds} s\n`);
    }
    this.#stage = undefined;
  }

  #json(progress: Progress, isNew: boolean): void {
    const now = performance.now();
    const isLast = progress.share === 1 || (progress.total !== undefined && progress.done === progress.total);
    if (!isNew && !isLast && now - this.#printed < jsonMilliseconds) return;
    this.#printed = now;
    const { share, ...rest } = progress;
    const rounded = share === undefined ? {} : { share: Math.round(share * 100) / 100 };
    this.#stream.write(`${JSON.stringify({ time: new Date().toISOString(), ...rest, ...rounded })}\n`);
  }
}

function line({ stage, share, done, total, subject }: Progress): string {
  const part = share ?? (done !== undefined && total ? done / total : undefined);
  const bar =
    part === undefined
      ? ''
      : ` ${'█'.repeat(Math.round(part * barWidth)).padEnd(barWidth, '░')} ${Math.floor(part * 100)} %`;
  const count = done !== undefined && total !== undefined ? ` ${done}/${total}` : '';
  return `${say(`stage.${stage}`)}${bar}${count}${subject === undefined ? '' : ` · ${subject}`}`;
}
