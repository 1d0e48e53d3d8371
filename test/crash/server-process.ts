import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/ufuq.js', import.meta.url));

export interface ProcessOptions {
  readonly data: string;
  /** URL of a server database; the embedded store without one. */
  readonly database?: string | undefined;
  /** Further flags of `ufuq start`. */
  readonly flags?: readonly string[];
}

/** A real `ufuq start` in a process of its own, to be asked, stopped and killed. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly #data: string;
  #errors = '';
  #url: string | undefined;

  constructor({ data, database, flags: more = [] }: ProcessOptions) {
    this.#data = data;
    const flags = ['start', '--data', data, '--port', '0', '--pack', 'none', '--log-level', 'warn', ...more];
    if (database !== undefined) flags.push('--database', database);
    const environment = { ...process.env, LANG: 'en', UFUQ_DATABASE: '', UFUQ_DATA: '' };
    this.child = spawn(process.execPath, [program, ...flags], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment,
    });
    this.child.stderr!.on('data', (chunk) => {
      this.#errors += chunk;
    });
  }

  get url(): string {
    return this.#url!;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits for the line that says where the server is. @throws Error with what it said where it ended instead */
  async ready(): Promise<void> {
    while (this.#url === undefined) {
      const found = /"stage":"ready","url":"([^"]+)"/.exec(this.#errors);
      if (found) this.#url = found[1];
      else if (!this.isAlive) throw new Error(`the server ended:\n${this.#errors}`);
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Sends a request as the administrator. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const token = readFileSync(join(this.#data, 'admin-token'), 'utf8').trim();
    return await fetch(new URL(path, this.url), {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
    });
  }

  /** Sends a signal and waits for the end; resolves to the exit code, null where a signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.isAlive) {
      const exit = once(this.child, 'exit');
      this.child.kill(signal);
      await exit;
    }
    return this.child.exitCode;
  }
}
