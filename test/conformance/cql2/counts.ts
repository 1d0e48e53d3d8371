import { readLines, runSet, type SetResult } from './reference.ts';

interface Case {
  readonly conformanceClass: string;
  readonly collection: string;
  readonly filter: string;
  readonly count: number;
}

/** Runs the filters of the abstract test suite. `count` tells how many items of a collection a CQL2 text filter finds. */
export function verifyCounts(
  referenceDir: string,
  count: (collection: string, filter: string) => Promise<number>,
  set = 'cql2 counts',
): Promise<SetResult> {
  const cases = JSON.parse(readLines(referenceDir, 'counts.json').join('\n')) as Case[];
  const nameOf = ({ collection, filter }: Case) => `${collection}: ${filter}`;
  return runSet(
    set,
    cases,
    async (each) => {
      const got = await count(each.collection, each.filter);
      return got === each.count
        ? undefined
        : { name: nameOf(each), expected: String(each.count), got: String(got) };
    },
    nameOf,
  );
}
