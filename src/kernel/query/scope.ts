import type { FieldType, GeometryKind } from '../register/declaration.ts';

/** What a filter may ask about: the queryables of one collection, by name. */
export interface QueryScope {
  property(name: string): QueryableType | undefined;
  /** Names to tell somebody who asked for one that is not there. */
  names?(): readonly string[];
}

export interface QueryableType {
  readonly type: FieldType | 'geometry';
  /** Type of the members of an array. */
  readonly items?: FieldType;
  /** Kind of a geometry; unknown kinds are taken to be `Geometry`. */
  readonly geometry?: GeometryKind;
}

/** Types that expressions have. Numbers are one type; `localized` is text in several languages. */
export type ValueType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'interval'
  | 'geometry'
  | 'array'
  | 'object'
  | 'localized';

/** Type of an expression that is a property of this field type. */
export function valueTypeOf(type: FieldType | 'geometry'): ValueType {
  if (type === 'string') return 'text';
  if (type === 'integer') return 'number';
  return type;
}
