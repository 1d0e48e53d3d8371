import Type, { type TSchema } from 'typebox';
import { Errors, Pointer } from 'typebox/value';
import { Problem, type Violation } from '../errors.ts';
import type { RegisterDeclaration } from './declaration.ts';
import { ruleSchema } from './rule-schema.ts';
import { closed, oneOf, text } from './schema-parts.ts';
import { show } from './value-check.ts';

const scalar = ['string', 'integer', 'number', 'boolean', 'date', 'timestamp'];

const field = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    type: oneOf(...scalar, 'localized', 'array', 'object'),
    items: Type.Optional(oneOf(...scalar)),
    title: text,
    description: Type.Optional(text),
    unit: Type.Optional(Type.String()),
    required: Type.Optional(Type.Boolean()),
    unique: Type.Optional(Type.Boolean()),
    indexed: Type.Optional(Type.Boolean()),
    ref: Type.Optional(Type.String()),
    codes: Type.Optional(
      Type.Array(Type.Object({ value: Type.String(), title: text }, closed), { minItems: 1 }),
    ),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
    maxLength: Type.Optional(Type.Integer({ minimum: 1 })),
    pattern: Type.Optional(Type.String()),
    example: Type.Optional(Type.String()),
    secrecy: Type.Optional(oneOf('public', 'restricted')),
  },
  closed,
);

const validTime = Type.Object(
  {
    kind: oneOf('always', 'interval', 'event'),
    from: Type.Optional(Type.String()),
    to: Type.Optional(Type.String()),
    at: Type.Optional(Type.String()),
  },
  closed,
);

const geometry = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
  'Geometry',
];

/** JSON Schema of a register's declaration, for definitions that come from outside of the code. */
export const declarationSchema = Type.Object(
  {
    id: Type.String(),
    title: text,
    description: text,
    desk: Type.Optional(
      oneOf('land', 'permits', 'observation', 'infrastructure', 'spectrum', 'commitments', 'services'),
    ),
    theme: Type.Optional(Type.String()),
    steward: Type.Optional(Type.String()),
    legalBasis: Type.Optional(text),
    licence: Type.Optional(Type.String({ pattern: '^([A-Za-z0-9.+-]{1,60}|https?://\\S{1,500})$' })),
    updateCycle: Type.Optional(Type.String({ pattern: '^P[1-9]\\d{0,3}[DWMY]$' })),
    keywords: Type.Optional(Type.Array(text, { maxItems: 50 })),
    contact: Type.Optional(Type.String({ pattern: '^(https?://\\S{1,500}|[^@\\s]{1,64}@[^@\\s]{1,255})$' })),
    geometry: oneOf(null, ...geometry),
    geometryRequired: Type.Optional(Type.Boolean()),
    fields: Type.Array(field, { maxItems: 1500 }),
    titleField: Type.Optional(Type.String()),
    importance: Type.Optional(Type.String()),
    validTime: Type.Optional(validTime),
    access: Type.Optional(
      Type.Object({ read: oneOf('public', 'restricted'), rows: Type.Optional(Type.String()) }, closed),
    ),
    lifecycle: Type.Optional(
      Type.Object(
        {
          field: Type.String(),
          initial: Type.Array(Type.String(), { minItems: 1 }),
          transitions: Type.Record(Type.String(), Type.Array(Type.String())),
        },
        closed,
      ),
    ),
    rules: Type.Optional(Type.Array(Type.Object({ id: Type.String() }), { maxItems: 100 })),
    lineage: Type.Optional(Type.Object({ toleranceM2: Type.Optional(Type.Number({ minimum: 0 })) }, closed)),
    provenance: Type.Optional(Type.Boolean()),
  },
  closed,
);

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

/** A definition from outside as a declaration. @throws {Problem} `invalid-body` with all that does not fit the schema. */
export function readDeclaration(definition: unknown): RegisterDeclaration {
  const violations = [
    ...faults(declarationSchema, definition),
    ...rulesIn(definition).flatMap((rule, index) => faults(ruleSchema(rule), rule, `/rules/${index}`)),
  ];
  if (violations.length > 0) throw new Problem('invalid-body', { what: 'register' }, violations.slice(0, 50));
  return definition as RegisterDeclaration;
}

/** Rules differ by their kind, so each is held against the schema of its own. */
function rulesIn(definition: unknown): readonly object[] {
  const rules = (definition as { rules?: unknown } | null)?.rules;
  return Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'object' && rule !== null) : [];
}

function faults(schema: TSchema, value: unknown, within = ''): Violation[] {
  return (Errors(schema, value) as SchemaError[])
    .flatMap((error) => violationsOf(error, value))
    .map((violation) => ({ ...violation, pointer: `${within}${violation.pointer}` }));
}

function violationsOf(
  { keyword, instancePath: pointer, params, message }: SchemaError,
  definition: unknown,
): Violation[] {
  const detail = params as { requiredProperties?: string[]; allowedValues?: unknown[]; type?: string };
  switch (keyword) {
    case 'required':
      return (detail.requiredProperties ?? []).map((field) => ({
        pointer: `${pointer}/${field}`,
        code: 'required',
        params: { field },
      }));
    case 'enum': {
      const allowed = (detail.allowedValues ?? []).map((value) => String(value)).join(', ');
      return [
        { pointer, code: 'not-allowed', params: { value: show(Pointer.Get(definition, pointer)), allowed } },
      ];
    }
    case 'boolean':
      return [{ pointer, code: 'member-not-known' }];
    case 'additionalProperties':
      return [];
    default:
      return [{ pointer, code: 'schema', params: { detail: message } }];
  }
}
