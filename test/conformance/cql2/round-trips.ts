import { parseJson } from '../../../src/kernel/query/parse-json.ts';
import { parseText } from '../../../src/kernel/query/parse-text.ts';
import { writeJson } from '../../../src/kernel/query/write-json.ts';
import { writeText } from '../../../src/kernel/query/write-text.ts';
import { readLines, runSet, type SetResult } from './reference.ts';

/** Parses each published expression, and holds text -> JSON -> text -> JSON to a fixed point. */
export function verifyRoundTrips(referenceDir: string): Promise<SetResult> {
  const lines = readLines(referenceDir, 'expressions.txt').filter(
    (line) => line !== '' && !line.startsWith('#'),
  );
  const expressions = lines.map((line) => line.slice(line.indexOf('|') + 1));
  return runSet('cql2 round trips', expressions, roundTrip, (name) => name);
}

function roundTrip(name: string) {
  const expected = writeJson(parseText(name));
  const text = writeText(parseJson(expected));
  const got = writeJson(parseText(text));
  if (got !== expected) return { name, expected, got };
  const again = writeText(parseJson(got));
  return again === text ? undefined : { name, expected: text, got: again };
}
