import { readLines, runSet, type SetResult } from './reference.ts';

interface Case {
  readonly filter: string;
  readonly ids: readonly string[];
}

/**
 * Runs the expressions over `cql2testdata.ndjson`. `match` gives the `intfield` of every record of that file for which
 * a CQL2 text filter is true, in any order.
 */
export function verifyOperators(
  referenceDir: string,
  match: (filter: string) => Promise<readonly string[]>,
  set = 'cql2 operators',
): Promise<SetResult> {
  return runSet(
    set,
    readCases(referenceDir),
    async ({ filter, ids }) => {
      const expected = ids.join(' ');
      const got = [...(await match(filter))].sort((a, b) => Number(a) - Number(b)).join(' ');
      return got === expected ? undefined : { name: filter, expected, got };
    },
    ({ filter }) => filter,
  );
}

/** The expectations name the expression in one line and the ids in the next. */
function readCases(referenceDir: string): Case[] {
  const lines = readLines(referenceDir, 'operators_expected.txt');
  const cases: Case[] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const filter = lines[i]!;
    if (filter !== '') cases.push({ filter, ids: lines[i + 1]!.split(' ').filter((id) => id !== '') });
  }
  return cases;
}

/** Records of `cql2testdata.ndjson`. */
export function readOperatorRecords(referenceDir: string): Record<string, unknown>[] {
  return readLines(referenceDir, 'cql2testdata.ndjson')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
