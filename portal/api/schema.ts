import { languages } from '../../src/kernel/i18n/language.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** A property of the register's JSON Schema (OGC API Features Part 5), as far as the portal reads it. */
export interface SchemaProperty {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly oneOf?: readonly { readonly const?: unknown; readonly title?: string }[];
  readonly enum?: readonly unknown[];
  readonly items?: SchemaProperty;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-ogc-unit'?: string;
  readonly 'x-ogc-role'?: string;
  readonly 'x-ogc-propertySeq'?: number;
  readonly 'x-ogc-collectionId'?: string;
  readonly 'x-ufuq-type'?: string;
  readonly 'x-ufuq-ref'?: string;
}

export interface SchemaDocument {
  readonly title?: string;
  readonly properties: Readonly<Record<string, SchemaProperty>>;
  readonly required?: readonly string[];
  readonly 'x-ufuq-title-field'?: string;
  readonly 'x-ufuq-rules'?: readonly RegisterRule[];
}

/** What a register asks of its records beyond their fields, in words. */
export interface RegisterRule {
  readonly id: string;
  readonly sentence: string;
}

export type FieldKind =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'localized'
  | 'array'
  | 'object';

/** One property as the portal shows it: named in the reader's language, with what is needed to print and to ask. */
export interface PortalField {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly kind: FieldKind;
  readonly unit?: string;
  readonly codes?: readonly { readonly value: string; readonly title: string }[];
  /** Register whose record ids this field holds. */
  readonly ref?: string;
  readonly role?: string;
}

export interface RegisterSchema {
  readonly fields: readonly PortalField[];
  readonly hasGeometry: boolean;
  /** Field that names a record to a person. */
  readonly titleField: string | undefined;
  readonly rules: readonly RegisterRule[];
}

const roles = { geometry: 'primary-geometry', id: 'id', title: 'title' } as const;

export async function fetchSchema(id: string, ask: Ask): Promise<RegisterSchema> {
  return readSchema(
    await requestJson<SchemaDocument>(apiPath(['collections', id, 'schema']), {
      ...ask,
      accept: 'application/schema+json',
    }),
  );
}

/** Fields that may stand in a filter. */
export async function fetchQueryables(id: string, ask: Ask): Promise<readonly PortalField[]> {
  const document = await requestJson<SchemaDocument>(apiPath(['collections', id, 'queryables']), {
    ...ask,
    accept: 'application/schema+json',
  });
  return readSchema(document).fields;
}

export function readSchema(document: SchemaDocument): RegisterSchema {
  const entries = Object.entries(document.properties);
  const isGeometry = (property: SchemaProperty) =>
    property.format?.startsWith('geometry-') === true || property['x-ogc-role'] === roles.geometry;
  const fields = entries
    .filter(([, property]) => !isGeometry(property) && property['x-ogc-role'] !== roles.id)
    .map(([name, property]) => fieldOf(name, property));
  return {
    fields,
    hasGeometry: entries.some(([, property]) => isGeometry(property)),
    rules: document['x-ufuq-rules'] ?? [],
    titleField:
      document['x-ufuq-title-field'] ??
      fields.find(({ role }) => role === roles.title)?.name ??
      ['name', 'title'].find((name) => fields.some((field) => field.name === name)),
  };
}

function fieldOf(name: string, property: SchemaProperty): PortalField {
  const codes = property.oneOf?.flatMap(({ const: value, title }) =>
    value === undefined ? [] : [{ value: String(value), title: title ?? String(value) }],
  );
  const ref = property['x-ufuq-ref'] ?? property['x-ogc-collectionId'];
  return {
    name,
    title: property.title ?? name,
    kind: kindOf(property),
    ...(property.description === undefined ? {} : { description: property.description }),
    ...(property['x-ogc-unit'] === undefined ? {} : { unit: property['x-ogc-unit'] }),
    ...(codes === undefined || codes.length === 0 ? {} : { codes }),
    ...(ref === undefined ? {} : { ref }),
    ...(property['x-ogc-role'] === undefined ? {} : { role: property['x-ogc-role'] }),
  };
}

function kindOf(property: SchemaProperty): FieldKind {
  const type = [property.type].flat().find((name) => name !== 'null');
  if (property['x-ufuq-type'] === 'localized' || speaksLanguages(property)) return 'localized';
  if (type === 'integer' || type === 'number' || type === 'boolean' || type === 'array') return type;
  if (type === 'object') return 'object';
  if (property.format === 'date') return 'date';
  if (property.format === 'date-time') return 'timestamp';
  return 'string';
}

function speaksLanguages({ properties }: SchemaProperty): boolean {
  return properties !== undefined && languages.every((language) => language in properties);
}
