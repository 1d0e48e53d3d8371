import { expect, test } from 'vitest';
import { type LocalizedText, languages } from '../kernel/i18n/language.ts';
import { conditionsOf } from '../kernel/register/rule.ts';
import { registers } from './index.ts';

const ids = new Set(registers.map((register) => register.id));
const ucum = new Set('1 % By d min ms km km2 m m2 har deg kW MW MHz kHz Gbit/s dB[W]'.split(' '));

/** Every text of every declaration, with where it stands. */
function* texts(): Iterable<[string, LocalizedText]> {
  for (const register of registers) {
    yield [`${register.id} title`, register.title];
    yield [`${register.id} description`, register.description];
    if (register.legalBasis) yield [`${register.id} legal basis`, register.legalBasis];
    for (const rule of register.rules ?? [])
      if (rule.sentence) yield [`${register.id} rule ${rule.id}`, rule.sentence];
    for (const field of register.fields) {
      yield [`${register.id}.${field.name}`, field.title];
      if (field.description) yield [`${register.id}.${field.name} description`, field.description];
      for (const { value, title } of field.codes ?? [])
        yield [`${register.id}.${field.name}=${value}`, title];
    }
  }
}

test('every title, code and sentence exists in all four languages, each in its script', () => {
  const faults: string[] = [];
  for (const [where, words] of texts()) {
    for (const language of languages)
      if (!words[language]?.trim()) faults.push(`${where}: ${language} is missing`);
    if (/[؀-ۿ]/.test(words.az + words.en)) faults.push(`${where}: Arabic script in az or en`);
    if (/[əıİşğçĞŞ]/.test(words.en)) faults.push(`${where}: Azerbaijani letters in en`);
    if (/[كي]/.test(words.fa)) faults.push(`${where}: Arabic kaf or yeh in Persian`);
    if (/[گچپژکی]/.test(words.ar)) faults.push(`${where}: Persian letters in Arabic`);
  }
  expect(faults).toEqual([]);
});

test('registers are declared once, in an order in which references come first', () => {
  expect(ids.size).toBe(registers.length);
  expect(registers.length).toBeGreaterThanOrEqual(26);
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const { id, fields } of registers) {
    seen.add(id);
    for (const { name, ref } of fields) if (ref && !seen.has(ref)) faults.push(`${id}.${name} -> ${ref}`);
  }
  expect(faults).toEqual([]);
});

test('units are UCUM symbols that the pack uses, and lifecycles name declared codes', () => {
  for (const register of registers) {
    for (const field of register.fields)
      if (field.unit) expect(ucum, `${register.id}.${field.name}`).toContain(field.unit);
    const { lifecycle } = register;
    if (!lifecycle) continue;
    const states = register.fields
      .find((field) => field.name === lifecycle.field)
      ?.codes?.map((code) => code.value);
    for (const [from, next] of Object.entries(lifecycle.transitions))
      for (const state of [from, ...next, ...lifecycle.initial]) expect(states).toContain(state);
  }
});

test('rules speak of fields that exist', () => {
  for (const { id, rules, fields } of registers)
    for (const { holds } of conditionsOf({ rules })) {
      const words = holds.replaceAll(/'[^']*'/g, '').match(/\b[a-z_]+\b/g) ?? [];
      for (const word of words)
        if (!['false', 'true'].includes(word))
          expect(
            fields.map((field) => field.name),
            id,
          ).toContain(word);
    }
});
