import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from './ground.ts';
import type { GroundRecord } from './some-records.ts';

/** Who takes part: how it is started in its recommended form, and how each question is put to it. */
export interface Contestant {
  readonly name: string;
  /** Version and form, for the table; undefined where it is not installed. */
  version(): string | undefined;
  start(ground: Ground): Promise<Running>;
}

export type Box = readonly [number, number, number, number];

export interface Running {
  readonly url: string;
  /** Path of a box with its first 100 records. Undefined where it cannot answer that. */
  items?(box: Box, landUse?: string): string;
  item?(record: GroundRecord): string;
  tile?(z: number, x: number, y: number): string;
  /** Ids of the records in an answer to `items`, and how many match. */
  ids?(answer: Answer): { readonly ids: readonly string[]; readonly matched: number | undefined };
  readonly processes: readonly ChildProcess[];
  /** Resolves once it answers as it will for good, where that takes longer than to answer at all. */
  settle?(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it and starts it anew over what it kept; milliseconds until it answers. Undefined where it keeps nothing. */
  restart?(): Promise<number>;
}

export interface Answer {
  readonly numberMatched?: number;
  readonly features: readonly {
    readonly id?: string | number;
    readonly properties: Record<string, unknown>;
  }[];
}

/** Ids as everybody but ourselves gives them: a property of the plain table, since the id of a feature is a number there. */
export function idsOfTable({ features, numberMatched }: Answer): ReturnType<NonNullable<Running['ids']>> {
  return { ids: features.map(({ properties }) => String(properties.id)), matched: numberMatched };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** First line that a program prints of its version; undefined where it is not there. */
export function versionOf(program: string, args: readonly string[] = ['--version']): string | undefined {
  if (program.startsWith('/') && !existsSync(program)) return undefined;
  try {
    return execFileSync(program, [...args], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .split('\n')[0];
  } catch {
    return undefined;
  }
}

/** Starts programs and waits until a path answers 200. */
export async function run(
  commands: readonly {
    readonly program: string;
    readonly args: readonly string[];
    readonly env?: Record<string, string>;
  }[],
  probe: string,
): Promise<Pick<Running, 'processes' | 'stop'>> {
  const processes = commands.map(({ program, args, env }) =>
    spawn(program, [...args], { stdio: 'ignore', env: { ...process.env, ...env } }),
  );
  const stop = async () => {
    for (const child of processes) {
      if (child.exitCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(5000).then(() => child.kill('SIGKILL'))]);
    }
  };
  for (let tries = 0; tries < 2400; tries++) {
    const answer = await fetch(probe).catch(() => undefined);
    if (answer?.ok) return { processes, stop };
    if (processes.some(({ exitCode }) => exitCode !== null && exitCode !== 0)) break;
    await sleep(50);
  }
  await stop();
  throw new Error(`${commands[0]!.program} does not answer ${probe}`);
}

/** Resident memory of processes and their children, in MB. */
export function residentMB(processes: readonly ChildProcess[]): number {
  const table = execFileSync('ps', ['-eo', 'pid,ppid']).toString().trim().split('\n').slice(1);
  const parents = table.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const all = new Set(processes.flatMap(({ pid }) => (pid === undefined ? [] : [pid])));
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const [pid, parent] of parents) if (all.has(parent)) all.add(pid);
  }
  return [...all].reduce((sum, pid) => sum + proportionalKB(pid), 0) / 1024;
}

/** What a process holds of memory, pages that several share counted in parts. */
function proportionalKB(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
