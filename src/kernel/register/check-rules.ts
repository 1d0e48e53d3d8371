import type { Violation } from '../errors.ts';
import type { Field, RegisterDeclaration } from './declaration.ts';
import { predecessorsField, type Rule, type Tolerance } from './rule.ts';

const areal = ['Polygon', 'MultiPolygon', 'Geometry'];
const comparable = ['string', 'integer', 'number', 'boolean', 'date', 'timestamp'];

/** What of a register's rules and lineage could not work, as far as the register alone can tell. */
export function* checkRuleDeclarations(declaration: RegisterDeclaration): Iterable<Violation> {
  const seen = new Set<string>();
  for (const [index, rule] of (declaration.rules ?? []).entries()) {
    const pointer = `/rules/${index}`;
    if (seen.has(rule.id)) yield { pointer: `${pointer}/id`, code: 'rule-twice', params: { value: rule.id } };
    seen.add(rule.id);
    yield* checkRule(declaration, rule, pointer);
  }
  yield* checkLineage(declaration);
}

function* checkRule(declaration: RegisterDeclaration, rule: Rule, pointer: string): Iterable<Violation> {
  const fields = new Map(declaration.fields.map((field) => [field.name, field]));
  const known = (names: readonly string[], at: string) => checkComparable(fields, names, `${pointer}/${at}`);
  switch (rule.kind) {
    case 'unique':
      yield* known(rule.fields, 'fields');
      break;
    case 'reference':
      yield* checkReference(fields, rule.field, `${pointer}/field`);
      break;
    case 'within':
      if (declaration.geometry === null) yield { pointer, code: 'rule-needs-geometry' };
      if (rule.by !== undefined) yield* checkReference(fields, rule.by, `${pointer}/by`, rule.register);
      break;
    case 'no-overlap':
      if (!areal.includes(declaration.geometry ?? '')) yield { pointer, code: 'rule-needs-areas' };
      yield* known(rule.partition ?? [], 'partition');
      break;
    case 'no-gap':
      if (!areal.includes(declaration.geometry ?? '')) yield { pointer, code: 'rule-needs-areas' };
      yield* checkReference(fields, rule.parent, `${pointer}/parent`);
      break;
  }
  for (const member of ['toleranceM', 'toleranceM2'] as const) {
    const value = (rule as Tolerance)[member];
    if (value !== undefined && !(value >= 0 && Number.isFinite(value)))
      yield { pointer: `${pointer}/${member}`, code: 'below-minimum', params: { value, minimum: 0 } };
  }
}

function* checkComparable(
  fields: ReadonlyMap<string, Field>,
  names: readonly string[],
  pointer: string,
): Iterable<Violation> {
  for (const [index, name] of names.entries()) {
    const field = fields.get(name);
    const at = `${pointer}/${index}`;
    if (field === undefined) yield { pointer: at, code: 'field-unknown', params: { value: name } };
    else if (!comparable.includes(field.type))
      yield { pointer: at, code: 'rule-field-type', params: { value: name, type: field.type } };
  }
}

function* checkReference(
  fields: ReadonlyMap<string, Field>,
  name: string,
  pointer: string,
  register?: string,
): Iterable<Violation> {
  const field = fields.get(name);
  if (field === undefined) yield { pointer, code: 'field-unknown', params: { value: name } };
  else if (field.ref === undefined || field.type !== 'string')
    yield { pointer, code: 'rule-needs-reference', params: { value: name } };
  else if (register !== undefined && field.ref !== register)
    yield { pointer, code: 'rule-other-register', params: { value: name, register: field.ref } };
}

function* checkLineage({ id, lineage, fields, validTime }: RegisterDeclaration): Iterable<Violation> {
  if (lineage === undefined) return;
  const pointer = '/lineage';
  if (validTime?.kind === 'event') yield { pointer, code: 'lineage-of-events' };
  if (validTime?.kind === 'interval' && (validTime.from === undefined) !== (validTime.to === undefined))
    yield { pointer, code: 'lineage-half-stated' };
  const own = fields.find(({ name }) => name === predecessorsField);
  if (own !== undefined && (own.type !== 'array' || own.ref !== id))
    yield { pointer, code: 'field-twice', params: { value: predecessorsField } };
}
