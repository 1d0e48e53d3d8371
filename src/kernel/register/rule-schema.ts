import Type, { type TSchema } from 'typebox';
import { closed, oneOf, text } from './schema-parts.ts';

const name = Type.String({ minLength: 1, maxLength: 200 });
const fields = Type.Array(name, { minItems: 1, maxItems: 16 });
const distance = Type.Optional(Type.Number({ minimum: 0 }));
const named = { id: name, sentence: Type.Optional(text) };

const schemas: Readonly<Record<string, TSchema>> = {
  condition: Type.Object(
    { kind: Type.Optional(oneOf('condition')), id: name, holds: Type.String(), sentence: text },
    closed,
  ),
  unique: Type.Object({ ...named, kind: oneOf('unique'), fields }, closed),
  reference: Type.Object({ ...named, kind: oneOf('reference'), field: name }, closed),
  within: Type.Object(
    { ...named, kind: oneOf('within'), register: name, by: Type.Optional(name), toleranceM: distance },
    closed,
  ),
  'no-overlap': Type.Object(
    {
      ...named,
      kind: oneOf('no-overlap'),
      partition: Type.Optional(fields),
      toleranceM: distance,
      toleranceM2: distance,
    },
    closed,
  ),
  'no-gap': Type.Object(
    { ...named, kind: oneOf('no-gap'), parent: name, toleranceM: distance, toleranceM2: distance },
    closed,
  ),
};

const kinds = Object.keys(schemas);

/** Schema of a rule from outside, by the kind that it says it is; a rule without a kind is a condition. */
export function ruleSchema(rule: object): TSchema {
  const { kind = 'condition' } = rule as { kind?: unknown };
  return schemas[String(kind)] ?? Type.Object({ kind: oneOf(...kinds) });
}
