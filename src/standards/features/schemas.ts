import { visibleRegisters } from '../../kernel/access/narrow.ts';
import { message } from '../../kernel/i18n/message.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { Field } from '../../kernel/register/declaration.ts';
import { describeRules, type RuleDescription } from '../../kernel/register/rule-text.ts';
import type { Collection, RequestContext } from './context.ts';
import { fieldSchema, geometryFormat, type PropertySchema } from './field-schema.ts';
import { isSortable } from './parameters/names.ts';
import { isQueryable } from './parameters/property-filter.ts';

/** The three schemas of a collection (OGC 23-058): what comes and goes, what can be filtered by, what sorted by. */
export const schemaKinds = ['schema', 'queryables', 'sortables'] as const;
export type SchemaKind = (typeof schemaKinds)[number];

export interface SchemaDocument {
  readonly title: string;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  /** What the register asks of its records beyond their fields, in words and as declared. */
  readonly 'x-ufuq-rules'?: readonly RuleDescription[];
  readonly [keyword: string]: unknown;
}

export function schemaDocument(
  { language, services, caller }: RequestContext,
  { register, view, url }: Collection,
  kind: SchemaKind,
): SchemaDocument {
  const properties: Record<string, PropertySchema> = {};
  const add = (name: string, schema: PropertySchema) => {
    properties[name] = { ...schema, 'x-ogc-propertySeq': Object.keys(properties).length + 1 };
  };
  const hasIdField = view.fields.some(({ name }) => name === 'id');
  if (kind === 'schema' || (kind === 'queryables' && !hasIdField))
    add(idName(view.fields), {
      title: message(language, 'page.id'),
      type: 'string',
      'x-ogc-role': 'id',
      ...(kind === 'schema' ? { readOnly: true } : {}),
    });
  for (const field of view.fields) {
    if (kind === 'sortables' ? !isSortable(field) : kind === 'queryables' && !isQueryable(field)) continue;
    const schema = fieldSchema(kind === 'sortables' ? asText(field) : field, register, language);
    add(field.name, kind === 'schema' ? schema : asked(schema));
  }
  if (kind !== 'sortables' && register.geometry)
    add('geometry', {
      title: message(language, 'page.geometry'),
      'x-ogc-role': 'primary-geometry',
      format: geometryFormat(register.geometry),
    });
  const required = view.fields.filter((field) => field.required).map(({ name }) => name);
  if (register.geometryRequired) required.push('geometry');
  const visible = visibleRegisters(services.registry.all(), caller);
  const lookup = (id: string) => visible.find((other) => other.id === id);
  const rules = kind === 'schema' ? describeRules(register, language, lookup, view.fields) : [];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${url}/${kind}`,
    title: textIn(language, register.title)!,
    description: textIn(language, register.description),
    type: 'object',
    properties,
    ...(kind === 'schema' && required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(kind === 'schema' && register.titleField ? { 'x-ufuq-title-field': register.titleField } : {}),
    ...(rules.length > 0 ? { 'x-ufuq-rules': rules } : {}),
  };
}

/** A field may itself be called `id`; the record's own id then steps aside. */
function idName(fields: readonly { readonly name: string }[]): string {
  return ['id', '_id', 'recordId'].find((name) => fields.every((field) => field.name !== name))!;
}

/** A property as filters see it: text in several languages is compared as text. */
function asked(schema: PropertySchema): PropertySchema {
  if (schema['x-ufuq-type'] !== 'localized') return schema;
  const { properties: _, additionalProperties: __, minProperties: ___, ...rest } = schema;
  return { ...rest, type: 'string' };
}

/** What is said in several languages is sorted by as the text of one. */
function asText(field: Field): Field {
  return field.type === 'localized' ? { ...field, type: 'string' } : field;
}
