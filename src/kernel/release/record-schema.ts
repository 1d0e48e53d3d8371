import type { Field } from '../register/declaration.ts';
import { scalarSchemas } from '../register/scalar-schema.ts';

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema (2020-12) of the properties of a released record; properties without a value are left out of it. */
export function recordSchema(fields: readonly Field[]): Schema {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field): Schema {
  const { title, unit, ref } = field;
  const value =
    field.type === 'array'
      ? { type: 'array', items: scalarSchema({ ...field, type: field.items ?? 'string' }) }
      : scalarSchema(field);
  return {
    title: title.en,
    ...value,
    ...(unit !== undefined && { 'x-ogc-unit': unit }),
    ...(ref !== undefined && { 'x-ogc-collectionId': ref }),
  };
}

function scalarSchema({ type, codes, minimum, maximum, maxLength, pattern }: Field): Schema {
  return {
    ...scalarSchemas[type as keyof typeof scalarSchemas],
    ...(codes && { enum: codes.map(({ value }) => value) }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
  };
}
