import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Holds the code to the plan of the house: who may import whom, no cycles, no long files. No exceptions. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files = [...new Set(listed.split('\n'))].filter(
  (file) => /\.(ts|tsx|css|sql|js|mjs)$/.test(file) && isThere(file),
);
const sources = files.filter(
  (file) => /^(src|portal)\/.*\.tsx?$/.test(file) && !/\.(test|bench|e2e)\.tsx?$/.test(file),
);

function isThere(file: string): boolean {
  try {
    readFileSync(join(root, file));
    return true;
  } catch {
    return false;
  }
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const importPattern =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => ({
    from: file,
    to: relative(root, join(root, dirname(file), match[3] ?? match[4]!)).replace(/\?.*$/, ''),
    isType: match[2] !== undefined,
  }));
}

const imports = sources.flatMap(importsOf).filter((each) => /\.tsx?$/.test(each.to));

/** Folders that a room may import from, besides itself; the first rule that fits a file holds for it. */
const rules: readonly { room: RegExp; may: (file: string) => RegExp[] }[] = [
  { room: /^src\/kernel\/geo\//, may: () => [] },
  { room: /^src\/desks\/([^/]+)\/engine\//, may: () => [/^src\/kernel\/geo\//] },
  { room: /^src\/kernel\//, may: () => [/^src\/kernel\//] },
  { room: /^src\/standards\/([^/]+)\//, may: () => [/^src\/kernel\//] },
  { room: /^src\/registers\//, may: () => [/^src\/kernel\/(register|access|i18n)\//] },
  { room: /^src\/desks\/([^/]+)\//, may: () => [/^src\/kernel\//, /^src\/registers\//] },
  { room: /^src\/(server|cli)\//, may: () => [/^src\//] },
  { room: /^portal\//, may: () => [/^src\/kernel\/(geo|i18n)\//, /^src\/kernel\/register\//] },
];

function ruleOf(file: string) {
  return rules.find(({ room }) => room.test(file));
}

describe('the plan of the house', () => {
  test('every source file stands in a room', () => {
    expect(sources.filter((file) => !ruleOf(file))).toEqual([]);
  });

  test('rooms import only what the plan allows', () => {
    const broken = imports.filter(({ from, to }) => {
      const rule = ruleOf(from)!;
      const own = rule.room.exec(from)![0];
      return !to.startsWith(own) && !rule.may(from).some((allowed) => allowed.test(to));
    });
    expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('the portal takes only types from the registers of the kernel', () => {
    const broken = imports.filter(
      ({ from, to, isType }) =>
        from.startsWith('portal/') && to.startsWith('src/kernel/register/') && !isType,
    );
    expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('imports make no cycle', () => {
    expect(cycles(imports)).toEqual([]);
  });

  test('no file is over 400 lines, and the median is at most 80', () => {
    const lengths = files
      .filter((file) => /^(src|portal|test|scripts|bin)\//.test(file) && !file.includes('fixtures/'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
    const over250 = sorted.filter((lines) => lines > 250).length;
    expect(over250 / sorted.length).toBeLessThan(0.1);
  });

  test('nobody hides behind a vague name', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|common|managers?|misc)(\/|\.|-)/.test(file)),
    ).toEqual([]);
  });
});

/** Cycles among files, each told once as the path that closes it. */
function cycles(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
