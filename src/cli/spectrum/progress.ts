/** A bar on a terminal, JSON lines elsewhere, both on standard error and at most ten a second. */
export class SpectrumProgress {
  readonly #title: string;
  readonly #stage: string;
  readonly #stream: NodeJS.WriteStream;
  #printed = 0;

  constructor(stage: string, title: string, stream: NodeJS.WriteStream = process.stderr) {
    this.#stage = stage;
    this.#title = title;
    this.#stream = stream;
  }

  show(done: number, total: number): void {
    const now = performance.now();
    const isTerminal = this.#stream.isTTY;
    if (done < total && now - this.#printed < (isTerminal ? 100 : 1000)) return;
    this.#printed = now;
    if (!isTerminal) {
      const time = new Date().toISOString();
      this.#stream.write(`${JSON.stringify({ time, stage: this.#stage, done, total })}\n`);
      return;
    }
    const share = total === 0 ? 1 : done / total;
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
    this.#stream.write(`\r\x1b[2K  ${this.#title} ${bar} ${done}/${total}${done === total ? '\n' : ''}`);
  }
}
