import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from every other, also after its number was given to a later one. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Machine and process space in which the number counts; a container has its own. */
  readonly machine: string;
  /** When the process started, as the kernel counts it; empty where the system does not say. */
  readonly started: string;
}

function attempt(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}

/** Field 22 of /proc/PID/stat; the second field may hold blanks and brackets, so count from its end. */
function startOf(pid: number): string {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

export function thisProcess(): ProcessIdentity {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const space = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return { pid: process.pid, machine: [hostname(), boot, space].join(' '), started: startOf(process.pid) };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process is alive: undefined where it ran elsewhere and this machine cannot tell. */
export function isAlive(identity: ProcessIdentity): boolean | undefined {
  const here = thisProcess();
  if (identity.machine !== here.machine) {
    const [host, boot] = identity.machine.split(' ');
    const [hostHere, bootHere] = here.machine.split(' ');
    return host === hostHere && boot !== '' && boot !== bootHere ? false : undefined; // this machine, before its restart
  }
  return isRunning(identity.pid) && startOf(identity.pid) === identity.started;
}
