import type { Geometry } from 'geojson';
import type { Body } from '../log/entry.ts';
import { parseFilter } from '../query/filter.ts';
import { compilePredicate } from '../query/to-predicate.ts';
import type { Field, GeometryKind } from './declaration.ts';
import { scopeOf } from './queryables.ts';
import type { Register } from './register.ts';

/** A small record that satisfies a declaration: what the derived tests write and what documentation shows. */
export function sampleBody(register: Register, n: number, refs: (register: string) => string): Body {
  const required = register.fields.filter((field) => field.required);
  const small = filled(register, required, n, refs);
  const keepsRules = rulesOf(register);
  if (keepsRules(small)) return small;
  for (let variant = 0; variant < 20; variant++) {
    const full = filled(register, variant % 2 === 0 ? register.fields : required, n + variant, refs);
    if (keepsRules(full)) return full;
  }
  return small;
}

function filled(
  register: Register,
  fields: readonly Field[],
  n: number,
  refs: (register: string) => string,
): Body {
  const given = fields.filter((field) => field.required || !field.ref);
  const state = register.lifecycle;
  const properties: Record<string, unknown> = Object.fromEntries(
    given.map((field, index) => [field.name, sampleValue(field, isTime(field) ? n + index : n, refs)]),
  );
  if (state && properties[state.field] !== undefined)
    properties[state.field] = state.initial[n % state.initial.length];
  const kind = register.geometryRequired ? register.geometry : null;
  return { properties, geometry: kind ? sampleGeometry(kind, n) : null };
}

/** Times of one record come in the order of their fields, as a beginning does before its end. */
function isTime(field: Field): boolean {
  return field.type === 'date' || field.type === 'timestamp';
}

function rulesOf(register: Register): (body: Body) => boolean {
  const scope = scopeOf(register, { fields: register.fields });
  const rules = (register.rules ?? []).map((rule) =>
    compilePredicate(parseFilter(rule.holds, 'cql2-text', scope), scope),
  );
  return (body) => rules.every((holds) => holds({ id: '', ...body }) !== false);
}

/** A value that the field accepts, another one for each `n` where the field has more than one. */
export function sampleValue(field: Field, n: number, refs: (register: string) => string): unknown {
  if (field.ref) return field.type === 'array' ? [refs(field.ref)] : refs(field.ref);
  if (field.codes) {
    const { value } = field.codes[n % field.codes.length]!;
    return field.type === 'array' ? [value] : value;
  }
  switch (field.type) {
    case 'string':
      return field.pattern ? varied(field, n) : `${field.name} ${n}`.slice(0, field.maxLength);
    case 'integer':
      return Math.min(Math.ceil(field.minimum ?? 0) + n, field.maximum ?? Number.MAX_SAFE_INTEGER);
    case 'number':
      return Math.min((field.minimum ?? 0) + n, field.maximum ?? Number.MAX_VALUE);
    case 'boolean':
      return n % 2 === 0;
    case 'date':
      return new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
    case 'timestamp':
      return new Date(Date.UTC(2020, 0, 1, n)).toISOString().replace('.000Z', 'Z');
    case 'localized':
      return { az: `${field.name} ${n}`, en: `${field.name} ${n}` };
    case 'array':
      return [sampleValue({ ...field, type: field.items ?? 'string' }, n, refs)];
    case 'object':
      return { n };
  }
}

/** The field's example with its last figures or letters counted on by `n`, where the pattern allows that. */
function varied(field: Field, n: number): string {
  const example = field.example ?? '';
  let rest = n;
  const other = [...example].reverse().map((character) => {
    const [first, size] = /\d/.test(character) ? [48, 10] : /[A-Z]/.test(character) ? [65, 26] : [0, 0];
    if (size === 0) return character;
    const digit = (character.charCodeAt(0) - first + rest) % size;
    rest = Math.floor((character.charCodeAt(0) - first + rest) / size);
    return String.fromCharCode(first + digit);
  });
  const text = other.reverse().join('');
  return new RegExp(field.pattern!, 'u').test(text) ? text : example;
}

/** A geometry of the kind near Baku; no two of different `n` meet. */
export function sampleGeometry(kind: GeometryKind, n: number): Geometry {
  const x = 49 + (n % 100) * 0.01;
  const y = 40 + Math.floor(n / 100) * 0.01;
  const ring = [
    [x, y],
    [x + 0.004, y],
    [x + 0.004, y + 0.004],
    [x, y + 0.004],
    [x, y],
  ];
  const line = [
    [x, y],
    [x + 0.004, y + 0.004],
  ];
  switch (kind) {
    case 'Point':
    case 'Geometry':
      return { type: 'Point', coordinates: [x, y] };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: [[x, y]] };
    case 'LineString':
      return { type: 'LineString', coordinates: line };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: [line] };
    case 'Polygon':
      return { type: 'Polygon', coordinates: [ring] };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: [[ring]] };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [x, y] }] };
  }
}
