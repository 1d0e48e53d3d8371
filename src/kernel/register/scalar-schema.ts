import { languages } from '../i18n/language.ts';
import type { Field } from './declaration.ts';

/** JSON Schema (2020-12) of one value of each type that a field can have. */
export const scalarSchemas: Readonly<
  Record<Exclude<Field['type'], 'array'>, Readonly<Record<string, unknown>>>
> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  timestamp: { type: 'string', format: 'date-time' },
  localized: {
    type: 'object',
    properties: Object.fromEntries(languages.map((language) => [language, { type: 'string' }])),
    additionalProperties: false,
    minProperties: 1,
  },
  object: { type: 'object' },
};
