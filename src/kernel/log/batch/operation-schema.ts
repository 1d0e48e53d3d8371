/** Members of each operation: what it needs, and what it may have. The same list makes the check and the OpenAPI schema. */
export interface OperationShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export const operationShapes: Readonly<Record<string, OperationShape>> = {
  create: { required: ['register', 'properties'], optional: ['id', 'geometry', 'valid'] },
  replace: { required: ['register', 'id', 'properties'], optional: ['geometry', 'valid', 'ifMatch'] },
  update: { required: ['register', 'id'], optional: ['properties', 'geometry', 'valid', 'ifMatch'] },
  retire: { required: ['register', 'id'], optional: ['valid', 'ifMatch'] },
  split: { required: ['register', 'id', 'into'], optional: ['at', 'ifMatch'] },
  merge: { required: ['register', 'ids', 'into'], optional: ['at', 'ifMatch'] },
};

const text = { type: 'string' };
const object = { type: ['object', 'null'] };
const properties = {
  type: 'object',
  description: 'Values by name; of an update, a JSON Merge Patch (RFC 7396).',
};
const geometry = { ...object, description: 'GeoJSON in longitude and latitude, or null.' };
const instant = {
  type: ['string', 'null'],
  description: 'A date, an RFC 3339 timestamp, or null for no bound.',
};
const tag = { type: 'string', description: 'Entity tags as the header If-Match has them, or *.' };
const made = {
  type: 'object',
  required: ['properties'],
  properties: { id: text, properties, geometry },
  additionalProperties: false,
};

const members: Readonly<Record<string, object>> = {
  register: { ...text, description: 'Id of the register.' },
  id: { ...text, description: 'Id of the record; later operations of the batch may refer to it.' },
  ids: { type: 'array', items: text, minItems: 2 },
  properties,
  geometry,
  valid: {
    type: 'object',
    properties: { from: instant, to: instant },
    additionalProperties: false,
    description: 'Half-open period that the change holds for.',
  },
  at: {
    ...text,
    description: 'Moment at which predecessors end and successors begin; the present by default.',
  },
};

/** JSON Schema of one operation. */
export const operationSchema = {
  oneOf: Object.entries(operationShapes).map(([op, { required, optional }]) => ({
    title: op,
    type: 'object',
    required: ['op', ...required],
    properties: Object.fromEntries([
      ['op', { const: op }],
      ...[...required, ...optional].map((name) => [name, memberSchema(op, name)]),
    ]),
    additionalProperties: false,
  })),
};

function memberSchema(op: string, name: string): object {
  if (name === 'into') return op === 'merge' ? made : { type: 'array', items: made, minItems: 2 };
  if (name === 'ifMatch') return op === 'merge' ? { type: 'array', items: tag } : tag;
  return members[name]!;
}
