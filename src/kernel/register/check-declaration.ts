import { Problem, type Violation } from '../errors.ts';
import { checkRuleDeclarations } from './check-rules.ts';
import type { Field, RegisterDeclaration } from './declaration.ts';

const idPattern = /^[a-z0-9_-]{1,100}$/;

/** Refuses a declaration that could not work, naming everything that is wrong with it at once. */
export function checkDeclaration(declaration: RegisterDeclaration): void {
  const violations = [
    ...checkIdentity(declaration),
    ...checkFields(declaration),
    ...checkReferences(declaration),
    ...checkRuleDeclarations(declaration),
  ];
  if (violations.length > 0) throw new Problem('invalid-body', { what: declaration.id }, violations);
}

function* checkIdentity({ id }: RegisterDeclaration): Iterable<Violation> {
  if (!idPattern.test(id)) yield { pointer: '/id', code: 'register-id', params: { value: id } };
}

function* checkFields({ fields }: RegisterDeclaration): Iterable<Violation> {
  const seen = new Set<string>();
  for (const [index, field] of fields.entries()) {
    const pointer = `/fields/${index}`;
    if (field.name === '' || field.name === 'geometry' || (field.name === 'id' && field.type === 'object'))
      yield { pointer: `${pointer}/name`, code: 'field-name', params: { value: field.name } };
    if (seen.has(field.name))
      yield { pointer: `${pointer}/name`, code: 'field-twice', params: { value: field.name } };
    seen.add(field.name);
    if (field.type === 'array' && field.items === undefined)
      yield { pointer: `${pointer}/items`, code: 'required', params: { field: 'items' } };
    if (field.pattern !== undefined && !matches(field.pattern, field.example ?? ''))
      yield { pointer: `${pointer}/example`, code: 'example-must-match', params: { pattern: field.pattern } };
    if (field.codes !== undefined && !codable(field))
      yield { pointer: `${pointer}/codes`, code: 'codes-need-text', params: { value: field.type } };
  }
}

/** False for a pattern that is none, too: no example can match it. */
function matches(pattern: string, example: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(example);
  } catch {
    return false;
  }
}

function codable(field: Field): boolean {
  return field.type === 'string' || (field.type === 'array' && field.items === 'string');
}

function* checkReferences(declaration: RegisterDeclaration): Iterable<Violation> {
  const byName = new Map(declaration.fields.map((field) => [field.name, field]));
  const named: [string, string | undefined][] = [
    ['/titleField', declaration.titleField],
    ['/importance', declaration.importance],
    ['/lifecycle/field', declaration.lifecycle?.field],
  ];
  const time = declaration.validTime;
  if (time?.kind === 'interval') named.push(['/validTime/from', time.from], ['/validTime/to', time.to]);
  if (time?.kind === 'event') named.push(['/validTime/at', time.at]);
  for (const [pointer, name] of named) {
    if (name === undefined) continue;
    const field = byName.get(name);
    if (!field) yield { pointer, code: 'field-unknown', params: { value: name } };
    else if (pointer.startsWith('/validTime') && field.type !== 'date' && field.type !== 'timestamp')
      yield { pointer, code: 'time-field-type', params: { value: name, type: field.type } };
    else if (pointer === '/importance' && field.type !== 'integer' && field.type !== 'number')
      yield { pointer, code: 'importance-needs-number', params: { value: name, type: field.type } };
  }
}
