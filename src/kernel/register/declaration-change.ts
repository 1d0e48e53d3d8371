import type { Violation } from '../errors.ts';
import type { Field } from './declaration.ts';
import type { Register } from './register.ts';

/** Fields of a new version of a declaration that the stored one does not have. */
export function newFields(stored: Register, wanted: Register): readonly Field[] {
  const known = new Set(stored.fields.map((field) => field.name));
  return wanted.fields.filter((field) => !known.has(field.name));
}

/** Changes that the stored records would not survive: another type under a name that is in use. */
export function incompatibilities(stored: Register, wanted: Register): readonly Violation[] {
  const types = new Map(stored.fields.map((field) => [field.name, field.type]));
  return wanted.fields.flatMap((field, index) => {
    const before = types.get(field.name);
    if (before === undefined || before === field.type) return [];
    return [
      {
        pointer: `/fields/${index}/type`,
        code: 'type-changed',
        params: { field: field.name, before, after: field.type },
      },
    ];
  });
}
