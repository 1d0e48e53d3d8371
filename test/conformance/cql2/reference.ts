import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one reference set came to; `failures` holds at least what did not pass. */
export interface SetResult {
  readonly set: string;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly name: string;
  readonly expected: string;
  readonly got: string;
}

/** Folder of the reference data; `undefined` where it is absent. */
export function referenceFolder(): string | undefined {
  const folder = process.env.UFUQ_REFERENCE ?? join(import.meta.dirname, '../../../../shared/reference');
  return existsSync(join(folder, 'cql2')) ? folder : undefined;
}

/** Lines of a file of the CQL2 set, without their line ends. */
export function readLines(folder: string, name: string): string[] {
  return readFileSync(join(folder, 'cql2', name), 'utf8').split(/\r?\n/);
}

/** Runs every case of a set; a case that throws has failed. */
export async function runSet<Case>(
  set: string,
  cases: readonly Case[],
  run: (each: Case) => Promise<Failure | undefined> | Failure | undefined,
  nameOf: (each: Case) => string,
): Promise<SetResult> {
  const failures: Failure[] = [];
  for (const each of cases) {
    try {
      const failure = await run(each);
      if (failure) failures.push(failure);
    } catch (error) {
      failures.push({ name: nameOf(each), expected: 'an answer', got: String(error) });
    }
  }
  return { set, passed: cases.length - failures.length, total: cases.length, failures };
}
