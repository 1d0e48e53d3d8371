import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';
import { unitSign, valueText } from './value-text.ts';

describe('createFormats', () => {
  it.each([
    ['az', '12.345,5', '8 avqust 1930'],
    ['en', '12,345.5', '8 August 1930'],
    ['ar', '١٢٬٣٤٥٫٥', '٨ أغسطس ١٩٣٠'],
    ['fa', '۱۲٬۳۴۵٫۵', '۸ اوت ۱۹۳۰'],
  ] as const)('writes numbers and days in %s', (language, number, day) => {
    const formats = createFormats(language);
    expect(formats.number(12_345.5)).toBe(number);
    expect(formats.date('1930-08-08')).toContain(day);
  });

  it('leaves what is not a date as it is', () => {
    expect(createFormats('az').date('spring 1930')).toBe('spring 1930');
  });
});

describe('valueText', () => {
  const wording = { language: 'az', formats: createFormats('az'), yes: 'bəli', no: 'xeyr' } as const;

  it('names codes, picks the language, and leaves numbers that are names ungrouped', () => {
    const codes = [{ value: 'city', title: 'şəhər' }];
    expect(valueText('city', { name: 'kind', title: '', kind: 'string', codes }, wording)).toBe('şəhər');
    expect(valueText({ en: 'Baku', az: 'Bakı' }, undefined, wording)).toBe('Bakı');
    expect(valueText(40053, { name: 'norad_id', title: '', kind: 'integer' }, wording)).toBe('40053');
    expect(valueText(null, undefined, wording)).toBeUndefined();
  });

  it('prints units as people write them', () => {
    expect([unitSign('km2'), unitSign('1'), unitSign('MHz')]).toEqual(['km²', undefined, 'MHz']);
  });
});
