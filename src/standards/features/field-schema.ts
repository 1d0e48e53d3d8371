import type { Language } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { Field, GeometryKind } from '../../kernel/register/declaration.ts';
import type { Register } from '../../kernel/register/register.ts';
import { scalarSchemas } from '../../kernel/register/scalar-schema.ts';

/** A property of a schema: JSON Schema 2020-12 with the keywords of OGC 23-058. */
export type PropertySchema = Readonly<Record<string, unknown>>;

type ScalarType = Exclude<Field['type'], 'array'>;

const types: Readonly<Record<ScalarType, PropertySchema>> = {
  ...scalarSchemas,
  localized: { type: 'object', 'x-ufuq-type': 'localized', ...scalarSchemas.localized },
};

/** What a field holds, named in a language. */
export function fieldSchema(field: Field, register: Register, language: Language): PropertySchema {
  const title = textIn(language, field.title);
  const description = textIn(language, field.description);
  const role = roleOf(field, register);
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...valueSchema(field, language),
    ...(role === undefined ? {} : { 'x-ogc-role': role }),
    ...(role === 'reference'
      ? { 'x-ogc-collectionId': field.ref }
      : field.ref
        ? { 'x-ufuq-ref': field.ref }
        : {}),
  };
}

function valueSchema(field: Field, language: Language): PropertySchema {
  if (field.type === 'array')
    return { type: 'array', items: scalarSchema({ ...field, type: field.items ?? 'string' }, language) };
  return scalarSchema(field, language);
}

function scalarSchema(field: Field, language: Language): PropertySchema {
  const isNumeric = field.type === 'integer' || field.type === 'number';
  const { minimum, maximum, maxLength, pattern, unit } = field;
  return {
    ...types[field.type as ScalarType],
    ...(isNumeric && minimum !== undefined ? { minimum } : {}),
    ...(isNumeric && maximum !== undefined ? { maximum } : {}),
    ...(isNumeric && unit !== undefined ? { 'x-ogc-unit': unit } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(field.codes
      ? {
          oneOf: field.codes.map(({ value, title }) => ({
            const: value,
            title: textIn(language, title) ?? value,
          })),
        }
      : {}),
  };
}

/** OGC 23-058, core roles and references: what a property is to its record. */
function roleOf(field: Field, { validTime }: Register): string | undefined {
  if (validTime.kind === 'event' && validTime.at === field.name) return 'primary-instant';
  if (validTime.kind === 'interval' && validTime.from === field.name) return 'primary-interval-start';
  if (validTime.kind === 'interval' && validTime.to === field.name) return 'primary-interval-end';
  return field.ref !== undefined && field.type === 'string' ? 'reference' : undefined;
}

const geometryFormats: Readonly<Record<GeometryKind, string>> = {
  Point: 'geometry-point',
  MultiPoint: 'geometry-point-or-multipoint',
  LineString: 'geometry-linestring',
  MultiLineString: 'geometry-linestring-or-multilinestring',
  Polygon: 'geometry-polygon',
  MultiPolygon: 'geometry-polygon-or-multipolygon',
  GeometryCollection: 'geometry-geometrycollection',
  Geometry: 'geometry-any',
};

export function geometryFormat(kind: GeometryKind): string {
  return geometryFormats[kind];
}
