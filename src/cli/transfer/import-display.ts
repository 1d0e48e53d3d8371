import type { ImportProgress } from '../../kernel/transfer/import-request.ts';
import { sayTransfer } from './say-transfer.ts';

const barWidth = 24;
const jsonMilliseconds = 1000;

/** Shows how far an import is on standard error: a bar with rate and time left on a terminal, JSON lines elsewhere. */
export class ImportDisplay {
  private readonly stream: NodeJS.WriteStream;
  private printed = 0;
  private stage: string | undefined;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.stream = stream;
  }

  readonly show = (progress: ImportProgress): void => {
    if (this.stream.isTTY) {
      this.stream.write(`\r\x1b[2K  ${line(progress)}`);
      return;
    }
    const now = performance.now();
    if (progress.stage === this.stage && now - this.printed < jsonMilliseconds) return;
    this.stage = progress.stage;
    this.printed = now;
    const share = Math.round(progress.share * 1000) / 1000;
    this.stream.write(`${JSON.stringify({ time: new Date().toISOString(), ...progress, share })}\n`);
  };

  end(): void {
    if (this.stream.isTTY) this.stream.write('\r\x1b[2K');
  }
}

function line({ stage, share, records, recordsPerSecond, secondsLeft }: ImportProgress): string {
  const bar = '█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '░');
  const parts = [
    `${bar} ${Math.floor(share * 100)} %`,
    sayTransfer(`import.${stage}`),
    sayTransfer('import.rate', { records: String(records), rate: String(recordsPerSecond) }),
    ...(secondsLeft === undefined ? [] : [sayTransfer('import.left', { seconds: String(secondsLeft) })]),
  ];
  return parts.join(' · ');
}
