import { loadavg } from 'node:os';

export interface Duel {
  /** The file of `kernel/geo` and what it is asked to do. */
  readonly what: string;
  /** Does the whole work once and returns what it found, so that nothing is left out and both can be compared. */
  readonly ours: () => number;
  readonly peer: string;
  readonly theirs: () => number;
  /** Share by which what was found may differ; 0 where both must say the same. */
  readonly tolerance?: number;
}

const rounds = 7;

/**
 * Lets the two work in turn and prints the median processor time of each and their ratio: above 1, ours is faster.
 * @throws {Error} where they do not find the same
 */
export function duel({ what, ours, peer, theirs, tolerance = 0 }: Duel): void {
  const [found, expected] = [ours(), theirs()];
  if (!(Math.abs(found - expected) <= tolerance * Math.abs(expected)))
    throw new Error(`${what}: ours found ${found}, ${peer} ${expected}`);
  const own: number[] = [];
  const other: number[] = [];
  for (let round = 0; round < rounds; round++) {
    own.push(timed(ours));
    other.push(timed(theirs));
  }
  const ratio = `${(median(other) / median(own)).toFixed(2)} ×`.padStart(9);
  console.log(
    `${what.padEnd(58)} ${inMs(median(own))}  ${inMs(median(other))}  ${ratio}  ${peer} (load ${loadavg()[0]!.toFixed(1)})`,
  );
}

/** What the columns are. */
export function printHeading(): void {
  console.log(`${''.padEnd(58)} ${'ours'.padStart(12)}  ${'peer'.padStart(12)}  ${'peer/ours'.padStart(9)}`);
}

/** Milliseconds of processor time. */
function timed(work: () => unknown): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function inMs(time: number): string {
  return `${time.toFixed(2)} ms`.padStart(12);
}
