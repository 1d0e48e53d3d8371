import type { Geometry } from 'geojson';
import type { QueryScope } from '../scope.ts';
import type { Cql2Expression } from '../tree.ts';

/** What a predicate looks at. Properties are as in GeoJSON: dates and timestamps are strings. */
export interface FilterRecord {
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/** Text, number (times are milliseconds since 1970) or truth value; null is "unknown", as in SQL. */
export type Scalar = string | number | boolean | null;
export type ScalarOf = (record: FilterRecord) => Scalar;
export type Truth = boolean | null;
export type TruthOf = (record: FilterRecord) => Truth;

/** The value in one language of a localized property, while the languages are gone through. */
export interface Slot {
  value: string | null;
}

/** What the compilers of the parts hand to one another. */
export interface PredicateContext {
  readonly scope: QueryScope;
  readonly slots: ReadonlyMap<string, Slot>;
  scalar(node: Cql2Expression): ScalarOf;
  truth(node: Cql2Expression): TruthOf;
}

/** A property's value; `id` is the record's own where no property is called so. */
export function propertyValue(record: FilterRecord, name: string): unknown {
  if (Object.hasOwn(record.properties, name)) return record.properties[name];
  return name === 'id' ? record.id : undefined;
}
