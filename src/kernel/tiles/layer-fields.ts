import type { View } from '../access/narrow.ts';
import type { Field } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';

/** Which fields of a register a map reads: what its records are coloured by, named by and ranked by. */

/** Fields that say something of the record as such, not of the thing. */
const ofTheRecord: ReadonlySet<string> = new Set(['label', 'source']);

/** Field whose codes colour the map: the first one with a list of them that the caller may see. */
export function colourField(
  register: Pick<Register, 'fields'>,
  view: Pick<View, 'fields'>,
): Field | undefined {
  return register.fields.find(
    (field) =>
      field.type === 'string' &&
      field.codes !== undefined &&
      field.codes.length > 1 &&
      !ofTheRecord.has(field.name) &&
      view.fields.includes(field),
  );
}

/** Numeric field that ranks records, where the register declares one and the caller may see it. */
export function importanceField(
  register: Pick<Register, 'importance'>,
  view: Pick<View, 'fields'>,
): Field | undefined {
  if (register.importance === undefined) return undefined;
  return view.fields.find(({ name }) => name === register.importance);
}

/** Field that names a record on the map. */
export function labelField(
  register: Pick<Register, 'titleField'>,
  view: Pick<View, 'fields'>,
): Field | undefined {
  return view.fields.find(({ name }) => name === register.titleField);
}
