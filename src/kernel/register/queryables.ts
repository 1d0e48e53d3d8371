import { raw, type Sql } from 'sql-template-tag';
import type { View } from '../access/narrow.ts';
import type { QueryableType, QueryScope } from '../query/scope.ts';
import { systemColumns as system } from './columns.ts';
import type { Register } from './register.ts';
import { propertyColumn } from './row.ts';

/** What filters may ask of a register: the fields that the caller sees, its id and its geometry. */
export interface RegisterScope extends QueryScope {
  names(): readonly string[];
  /** Column of a queryable, in the table `t`. */
  column(name: string): Sql;
}

const geometryNames: ReadonlySet<string> = new Set(['geometry', 'geom']);

/**
 * The queryables of a register. Fields come first; a name that no field has may be `id`, or the geometry as
 * `geometry` (`geom`, its column name in many files, is understood as well).
 */
export function scopeOf(register: Register, view: View): RegisterScope {
  const fields = new Map(view.fields.map((field) => [field.name, field]));
  const isGeometry = (name: string) => register.geometry !== null && geometryNames.has(name);
  return {
    names: () => [...fields.keys(), 'id', ...(register.geometry ? ['geometry'] : [])],
    property(name): QueryableType | undefined {
      const field = fields.get(name);
      if (field) return { type: field.type, items: field.items };
      if (isGeometry(name)) return { type: 'geometry', geometry: register.geometry ?? undefined };
      return name === 'id' ? { type: 'string' } : undefined;
    },
    column(name): Sql {
      if (fields.has(name)) return propertyColumn(name);
      return raw(`t.${isGeometry(name) ? system.geometry : system.record}`);
    },
  };
}
