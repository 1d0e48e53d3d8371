import type { Parser } from '../../../kernel/http/parameters.ts';
import type { Cql2Expression } from '../../../kernel/query/tree.ts';
import type { Field } from '../../../kernel/register/declaration.ts';
import { checkValue } from '../../../kernel/register/value-check.ts';

/** Whether a property can be asked about, in a filter or by a parameter of its own name. */
export function isQueryable(field: Field): boolean {
  return field.type !== 'object';
}

const recordId: Field = {
  name: 'id',
  type: 'string',
  title: { az: 'id', en: 'id', ar: 'id', fa: 'id' },
};

/** The properties that can be asked about; a record's own id is one of them unless a field has taken its name. */
export function queryables(fields: readonly Field[]): readonly Field[] {
  const own = fields.filter(isQueryable);
  return fields.some(({ name }) => name === recordId.name) ? own : [recordId, ...own];
}

/** `name=value` (OGC 17-069r4, 7.15.5; OGC 19-079r2, queryables as query parameters): the property has that value. */
export function propertyFilter(field: Field): Parser<Cql2Expression> {
  return (text) => {
    const member: Field = {
      ...field,
      type: valueType(field),
      codes: undefined,
      pattern: undefined,
      maxLength: undefined,
    };
    const checked = checkValue(
      { ...member, minimum: undefined, maximum: undefined },
      decode(member, text),
      '',
    );
    if ('violations' in checked) {
      const { code, params } = checked.violations[0]!;
      return { code, params };
    }
    const property = { property: field.name };
    const value = literal(member, checked.value);
    if (field.type === 'array') return { value: { op: 'a_contains', args: [property, [value]] } };
    return { value: { op: '=', args: [property, value] } };
  };
}

function valueType(field: Field): Field['type'] {
  if (field.type === 'array') return field.items ?? 'string';
  return field.type === 'localized' ? 'string' : field.type;
}

function decode({ type }: Field, text: string): unknown {
  if (type === 'integer' || type === 'number')
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return type === 'timestamp' ? text.replace(' ', '+') : text;
}

function literal({ type }: Field, value: unknown): Cql2Expression {
  if (type === 'date') return { date: value as string };
  if (type === 'timestamp') return { timestamp: value as string };
  return value as Cql2Expression;
}
