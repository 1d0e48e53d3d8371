import type { Violation } from '../errors.ts';
import { languages } from '../i18n/language.ts';
import { formatInstant, isDay, parseInstant } from '../log/instant.ts';
import type { Field, FieldType } from './declaration.ts';

/** A value in the one form that it is stored in, or what is wrong with it. */
export type Checked = { readonly value: unknown } | { readonly violations: readonly Violation[] };

type Refusal = Pick<Violation, 'code' | 'params'>;

/** Checks one property against its field: type first, then code list, range, length and pattern. */
export function checkValue(field: Field, value: unknown, pointer: string): Checked {
  if (field.type === 'array') return checkArray(field, value, pointer);
  const stored = normalise(field.type, value);
  if (stored === undefined) {
    const code = field.type === 'integer' && Number.isInteger(value) ? 'integer-range' : `type-${field.type}`;
    return refuse(pointer, { code, params: { value: show(value) } });
  }
  const refusals = [...constraints(field, stored)];
  return refusals.length > 0 ? { violations: refusals.map((r) => ({ pointer, ...r })) } : { value: stored };
}

function checkArray(field: Field, value: unknown, pointer: string): Checked {
  if (!Array.isArray(value)) return refuse(pointer, { code: 'type-array', params: { value: show(value) } });
  const member: Field = { ...field, type: field.items ?? 'string' };
  const checked = value.map((item, index) => checkValue(member, item, `${pointer}/${index}`));
  const violations = checked.flatMap((item) => ('violations' in item ? item.violations : []));
  if (violations.length > 0) return { violations };
  return { value: checked.map((item) => ('value' in item ? item.value : null)) };
}

function refuse(pointer: string, refusal: Refusal): Checked {
  return { violations: [{ pointer, ...refusal }] };
}

/** The stored form of a value, or undefined where it is not of the type. */
function normalise(type: FieldType, value: unknown): unknown {
  switch (type) {
    case 'string':
      return typeof value === 'string' && isStorable(value) ? value : undefined;
    case 'integer':
      return Number.isSafeInteger(value) ? Number(value) + 0 : undefined;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return typeof value === 'string' && isDate(value) ? value : undefined;
    case 'timestamp':
      return typeof value === 'string' ? timestamp(value) : undefined;
    case 'localized':
      return isLocalized(value) ? value : undefined;
    case 'object':
      return typeof value === 'object' && value !== null && isStorable(JSON.stringify(value))
        ? value
        : undefined;
    case 'array':
      return undefined;
  }
}

function timestamp(value: string): string | undefined {
  const instant = parseInstant(value);
  return instant === undefined ? undefined : (formatInstant(instant) ?? undefined);
}

function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** PostgreSQL keeps no NUL, and a lone surrogate has no canonical form. */
function isStorable(text: string): boolean {
  return (
    !text.includes('\0') && !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text) && text.isWellFormed()
  );
}

function isLocalized(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  const known: readonly string[] = languages;
  return (
    entries.length > 0 &&
    entries.every(([key, text]) => known.includes(key) && typeof text === 'string' && isStorable(text))
  );
}

function* constraints(field: Field, value: unknown): Iterable<Refusal> {
  if (field.codes && !field.codes.some((code) => code.value === value))
    yield {
      code: 'not-in-code-list',
      params: { value: show(value), allowed: field.codes.map((c) => c.value).join(', ') },
    };
  if (typeof value === 'number') {
    if (field.minimum !== undefined && value < field.minimum)
      yield { code: 'below-minimum', params: { value, minimum: field.minimum } };
    if (field.maximum !== undefined && value > field.maximum)
      yield { code: 'above-maximum', params: { value, maximum: field.maximum } };
  }
  if (typeof value === 'string') {
    if (field.maxLength !== undefined && value.length > field.maxLength)
      yield { code: 'too-long', params: { length: value.length, maximum: field.maxLength } };
    if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(value))
      yield { code: 'pattern', params: { value: show(value), example: field.example ?? '' } };
  }
}

/** A value as a sentence quotes it: JSON, at most 80 characters. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
