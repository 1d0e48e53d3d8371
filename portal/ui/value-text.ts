import { isLanguage, type Language, languages } from '../../src/kernel/i18n/language.ts';
import type { PortalField } from '../api/schema.ts';
import type { Formats } from './formats.ts';

/** A text in several languages said in one: the reader's, else English, else the first that is there. */
export function localizedText(value: unknown, language: Language): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const texts = value as Record<string, unknown>;
  for (const candidate of [language, 'en', ...languages]) {
    const text = texts[candidate];
    if (isLanguage(candidate) && typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}

export interface Wording {
  readonly language: Language;
  readonly formats: Formats;
  readonly yes: string;
  readonly no: string;
}

/** A property's value in words; undefined where nothing is known. Units are left to the caller. */
export function valueText(
  value: unknown,
  field: PortalField | undefined,
  wording: Wording,
): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const { formats } = wording;
  const code = field?.codes?.find((candidate) => candidate.value === String(value));
  if (code !== undefined) return code.title;
  if (Array.isArray(value)) {
    return formats.list(value.map((member) => valueText(member, field, wording) ?? ''));
  }
  if (typeof value === 'boolean') return value ? wording.yes : wording.no;
  if (typeof value === 'number') return isOrdinal(field) ? String(value) : formats.number(value);
  if (typeof value === 'object') return localizedText(value, wording.language) ?? JSON.stringify(value);
  const text = String(value);
  if (field?.kind === 'date') return formats.date(text);
  if (field?.kind === 'timestamp') return formats.time(text);
  return text;
}

/** Years and registration numbers are names made of digits: grouping them would falsify them. */
function isOrdinal(field: PortalField | undefined): boolean {
  return (
    field !== undefined && field.unit === undefined && /(^|_)(id|year|number|no|norad)(_|$)/.test(field.name)
  );
}

const unitSigns: Readonly<Record<string, string>> = {
  km2: 'km²',
  m2: 'm²',
  m3: 'm³',
  deg: '°',
  Cel: '°C',
  '%': '%',
  'dB[uV/m]': 'dBµV/m',
};

/** Printed sign of a UCUM unit; nothing for plain ratios. */
export function unitSign(unit: string | undefined): string | undefined {
  if (unit === undefined || unit === '1') return undefined;
  return unitSigns[unit] ?? unit;
}
