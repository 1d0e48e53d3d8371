import { expect, test } from 'vitest';
import { packFiles } from '../../scripts/build-pack/files.ts';
import { unusedSentences } from '../../scripts/build-pack/sentences/sentence.ts';
import { type LocalizedText, languages } from '../../src/kernel/i18n/language.ts';
import { registers } from '../../src/registers/index.ts';
import { records } from './pack-on-disk.ts';

/** Every localized value of the pack with where it stands. */
function* localized(): Iterable<[string, LocalizedText]> {
  for (const register of registers) {
    const fields = register.fields.filter(({ type }) => type === 'localized');
    for (const record of records.get(register.id)!)
      for (const { name } of fields) {
        const value = record.properties?.[name] as LocalizedText | undefined;
        if (value) yield [`${register.id}/${record.id}.${name}`, value];
      }
  }
}

test('every name and sentence of the pack stands in all four languages, each in its script', () => {
  const faults: string[] = [];
  for (const [where, words] of localized()) {
    for (const language of languages) if (!words[language]) faults.push(`${where}: no ${language}`);
    if (/[؀-ۿ]/.test(words.az + words.en)) faults.push(`${where}: Arabic script in az or en`);
    if (/[كي٤٥٦]/.test(words.fa)) faults.push(`${where}: Arabic letters in Persian: ${words.fa}`);
    if (/[گچپژکی۴۵۶]/.test(words.ar)) faults.push(`${where}: Persian letters in Arabic: ${words.ar}`);
  }
  expect(faults).toEqual([]);
});

test('no sentence is kept that no record says', () => {
  packFiles();
  expect(unusedSentences()).toEqual([]);
});
