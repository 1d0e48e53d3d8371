import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The server that is looked at. */
export interface Target {
  readonly base: string;
  /** The administrator's; undefined where it is not known. */
  readonly token: string | undefined;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../../bin/ufuq.js', import.meta.url));
const readyWithinMs = 180_000;

/**
 * A running server by `UFUQ_E2E_URL` (its token by `UFUQ_E2E_TOKEN`), or one of our own on a fresh folder (on `UFUQ_E2E_DATABASE` where it is given,
 * which is faster than the embedded database).
 */
export async function openTarget(): Promise<Target> {
  const running = process.env.UFUQ_E2E_URL;
  if (running !== undefined) {
    return {
      base: running.replace(/\/$/, ''),
      token: process.env.UFUQ_E2E_TOKEN,
      stop: async () => {},
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'ufuq-e2e-'));
  const port = await freePort();
  const database = process.env.UFUQ_E2E_DATABASE;
  const more = database === undefined ? [] : ['--database', database];
  const child = spawn(
    process.execPath,
    [program, 'start', '--port', String(port), '--data', folder, ...more],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(base, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, token: (await readFile(join(folder, 'admin-token'), 'utf8')).trim(), stop };
}

async function untilReady(base: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + readyWithinMs;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the server was not ready within ${readyWithinMs / 1000} s`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)));
    });
  });
}
