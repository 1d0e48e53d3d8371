import { normalDate, normalTimestamp } from '../formats/time-values.ts';
import type { Field } from '../register/declaration.ts';

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  t: true,
  f: false,
  '1': true,
  '0': false,
};
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A file's value as the type of a register's field, where it can be read as one without a guess: formats such as CSV and
 * Shapefile keep less than a register does. What cannot is returned as it is, and refused by the record's check.
 */
export function coerceValue(field: Field, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'string':
      return asText(value);
    case 'integer':
    case 'number':
      return typeof value === 'string' ? asNumber(value) : value;
    case 'boolean':
      return typeof value === 'boolean'
        ? value
        : (truths[String(value).trim().toLowerCase()] ?? blank(value));
    case 'date':
      return typeof value === 'string' ? blank(normalDate(value)) : value;
    case 'timestamp':
      return typeof value === 'string' ? blank(normalTimestamp(value)) : value;
    default:
      return typeof value === 'string' ? asJson(value) : value;
  }
}

/** Columns of mixed values become text, as they do in GDAL. */
export function asText(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function blank(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

function asNumber(value: string): unknown {
  const text = value.trim();
  if (text === '') return null;
  return number.test(text) ? Number(text) : value;
}

function asJson(value: string): unknown {
  if (value.trim() === '') return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? parsed : value;
  } catch {
    return value;
  }
}
