import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { problems } from '../errors.ts';
import { argumentsOf } from './format.ts';
import { type Language, languages } from './language.ts';
import { message } from './message.ts';
import { catalogues } from './messages/index.ts';

describe.each(Object.entries(catalogues))('the catalogue of %s', (_area, catalogue) => {
  const en = catalogue.en as Readonly<Record<string, string>>;

  test.each(languages)('says everything in %s, with the same arguments', (language) => {
    const own = catalogue[language] as Readonly<Record<string, string>>;
    expect(Object.keys(own).sort()).toEqual(Object.keys(en).sort());
    for (const [key, sentence] of Object.entries(own)) {
      expect(sentence.trim(), key).not.toBe('');
      expect(argumentsOf(sentence), `${language} ${key}`).toEqual(argumentsOf(en[key]!));
    }
  });
});

test('no key stands in two areas', () => {
  const keys = Object.values(catalogues).flatMap(({ en }) => Object.keys(en));
  expect(new Set(keys).size).toBe(keys.length);
});

test('every problem has a title and a sentence', () => {
  for (const id of Object.keys(problems)) {
    expect(message.has(`problem.${id}.title`), id).toBe(true);
    expect(message.has(`problem.${id}.detail`), id).toBe(true);
  }
});

test('every code that the kernel and the standards refuse with has a sentence', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const rooms = /^(kernel\/(register|log|query|http)|standards)\/.*(?<!\.test)\.ts$/;
  const missing = new Set<string>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!rooms.test(file)) continue;
    const text = readFileSync(`${root}${file}`, 'utf8');
    const codes = [
      ...text.matchAll(/\bcode: '([a-z0-9-]+)'/g),
      ...text.matchAll(/'(cql2-(?!text'|json')[a-z0-9-]+)'/g),
    ];
    for (const [, code] of codes) if (!message.has(`violation.${code}`)) missing.add(`${file} ${code}`);
  }
  expect([...missing]).toEqual([]);
});

test('values are filled in, plurals agree, and a missing value does not fail', () => {
  const say = (language: Language, count: number) => message(language, 'page.matched', { count });
  expect(say('en', 1)).toBe('1 record');
  expect(say('en', 2500)).toBe('2,500 records');
  expect(say('ar', 2)).toBe('قيدان');
  expect(message('en', 'problem.record-not-found.detail', { register: 'places' })).toContain('"…"');
});
