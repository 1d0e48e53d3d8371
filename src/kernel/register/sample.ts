import type { Geometry } from 'geojson';
import type { Body } from '../log/entry.ts';
import { parseFilter } from '../query/filter.ts';
import { parseText } from '../query/parse-text.ts';
import { compilePredicate } from '../query/to-predicate.ts';
import { type Lookup, propertiesIn } from './across-scope.ts';
import type { Field, GeometryKind } from './declaration.ts';
import { scopeOf } from './queryables.ts';
import type { Register } from './register.ts';
import { conditionsOf, rulesOf } from './rule.ts';

/**
 * The n-th small record that satisfies a declaration: what the derived tests write and what documentation shows. With a `lookup`,
 * it lies inside the n-th sample of the register that has to hold it.
 */
export function sampleBody(
  register: Register,
  n: number,
  refs: (register: string) => string,
  lookup: Lookup = () => undefined,
): Body {
  const geometry = register.geometryRequired
    ? geometryIn(register.geometry!, boxOf(register, n, lookup))
    : null;
  return { ...sampleProperties(register, n, refs), geometry };
}

function sampleProperties(register: Register, n: number, refs: (register: string) => string): Body {
  const required = register.fields.filter((field) => field.required);
  const small = filled(register, required, n, refs);
  const keepsRules = conditionsHold(register);
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
  return { properties, geometry: null };
}

/** Times of one record come in the order of their fields, as a beginning does before its end. */
function isTime(field: Field): boolean {
  return field.type === 'date' || field.type === 'timestamp';
}

function conditionsHold(register: Register): (body: Body) => boolean {
  const scope = scopeOf(register, { fields: register.fields });
  const own = conditionsOf(register).filter(({ holds }) =>
    propertiesIn(parseText(holds)).every((name) => scope.property(name)),
  );
  const rules = own.map((rule) => compilePredicate(parseFilter(rule.holds, 'cql2-text', scope), scope));
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

/** West, south, east, north. */
export type SampleBox = readonly [number, number, number, number];

/** A geometry of the kind near Baku; no two of different `n` meet. */
export function sampleGeometry(kind: GeometryKind, n: number): Geometry {
  return geometryIn(kind, cell(n));
}

function cell(n: number): SampleBox {
  const x = 49 + (n % 100) * 0.01;
  const y = 40 + Math.floor(n / 100) * 0.01;
  return [x, y, x + 0.004, y + 0.004];
}

/** A geometry of the kind that fills a box as far as its kind can. */
export function geometryIn(kind: GeometryKind, [west, south, east, north]: SampleBox): Geometry {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const line = [
    [west, south],
    [east, north],
  ];
  switch (kind) {
    case 'Point':
    case 'Geometry':
      return { type: 'Point', coordinates: [west, south] };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: [[west, south]] };
    case 'LineString':
      return { type: 'LineString', coordinates: line };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: [line] };
    case 'Polygon':
      return { type: 'Polygon', coordinates: [ring] };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: [[ring]] };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [west, south] }] };
  }
}

/** Box of the n-th sample of a register: its own cell, or the middle of the sample that has to hold it. */
function boxOf(register: Register, n: number, lookup: Lookup): SampleBox {
  const holders = rulesOf(register, 'within').map((rule) => lookup(rule.register));
  const holder = holders.find((each) => each?.geometryRequired);
  if (!holder) return cell(n);
  const [west, south, east, north] = boxOf(holder, n, lookup);
  const [dx, dy] = [(east - west) / 4, (north - south) / 4];
  return [west + dx, south + dy, east - dx, north - dy];
}
