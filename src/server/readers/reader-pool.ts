import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../kernel/config.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { FromReader, ToReader } from './messages.ts';

export interface ReaderPoolOptions {
  readonly config: Config;
  /** Listens on the port that all share. */
  readonly server: Server;
  /** Where what is not reading is sent on to: a socket of the writer's own. */
  readonly writer: string;
  readonly token: string;
  readonly logger?: Logger | undefined;
  /** A reader was asked for a register that has no snapshot. */
  readonly onMissing: (register: string) => void;
}

/** A write is answered without readers that do not say within this time that they have taken it up. */
const patienceMs = 500;
const drainMs = 16_000;
const slowestRestartMs = 10_000;

/** Processes that answer readers on the server's own port, each a follower of the log; one that ends is started anew. */
export class ReaderPool {
  private readonly options: ReaderPoolOptions;
  private readonly readers = new Set<Reader>();
  private isStopping = false;
  private failures = 0;

  constructor(options: ReaderPoolOptions) {
    this.options = options;
    for (let i = 0; i < options.config.workers; i++) this.start();
  }

  get ready(): number {
    return [...this.readers].filter(({ isReady }) => isReady).length;
  }

  /** Process ids, for who watches them. */
  get pids(): readonly number[] {
    return [...this.readers].map(({ process }) => process.pid ?? 0);
  }

  /** Resolves once every reader has taken up the log to a position, or has been waited for long enough. */
  async reach(position: Position): Promise<void> {
    await Promise.all([...this.readers].filter(({ isReady }) => isReady).map((each) => each.reach(position)));
  }

  /** A snapshot lies ready for all. */
  packed(register: string): void {
    for (const reader of this.readers) if (reader.isReady) reader.tell({ kind: 'packed', register });
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.readers].map((reader) => reader.stop()));
  }

  private start(): void {
    const { config, server, writer, token, logger, onMissing } = this.options;
    const onReady = () => {
      this.failures = 0;
    };
    const reader = new Reader({ kind: 'begin', config, writer, token }, server, { onReady, onMissing });
    this.readers.add(reader);
    reader.process.once('exit', (code, signal) => {
      this.readers.delete(reader);
      if (this.isStopping) return;
      // One that was ready comes back at once; one that never was, ever more slowly.
      const delay = reader.isReady ? 0 : Math.min(slowestRestartMs, 100 * 2 ** this.failures++);
      logger?.warn({ code, signal, delay }, 'a reader ended and is started anew');
      setTimeout(() => this.isStopping || this.start(), delay).unref();
    });
  }
}

class Reader {
  readonly process: ChildProcess;
  isReady = false;
  private readonly waiting = new Map<number, () => void>();
  private asked = 0;

  constructor(
    begin: Extract<ToReader, { kind: 'begin' }>,
    server: Server,
    { onReady, onMissing }: { onReady(): void; onMissing(register: string): void },
  ) {
    const isSource = import.meta.url.endsWith('.ts');
    const entry = fileURLToPath(new URL(`./reader-main.${isSource ? 'ts' : 'js'}`, import.meta.url));
    this.process = fork(entry, [], {
      execArgv: isSource ? ['--import', 'tsx'] : [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.process.on('message', (message: FromReader) => {
      if (message.kind === 'prepared')
        this.process.send({ kind: 'listen' } satisfies ToReader, server, () => {});
      else if (message.kind === 'ready') {
        this.isReady = true;
        onReady();
      } else if (message.kind === 'missing') onMissing(message.register);
      else this.settle(message.id);
    });
    this.process.once('exit', () => {
      for (const id of [...this.waiting.keys()]) this.settle(id);
    });
    this.process.on('error', () => {});
    this.tell(begin);
  }

  tell(message: ToReader): void {
    if (this.process.connected) this.process.send(message, () => {});
  }

  async reach(position: Position): Promise<void> {
    const id = this.asked++;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.settle(id), patienceMs);
      this.waiting.set(id, () => {
        clearTimeout(timer);
        resolve();
      });
      this.tell({ kind: 'reach', id, position });
    });
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.tell({ kind: 'stop' });
    const timer = setTimeout(() => this.process.kill('SIGKILL'), drainMs);
    await ended;
    clearTimeout(timer);
  }

  private settle(id: number): void {
    this.waiting.get(id)?.();
    this.waiting.delete(id);
  }
}
