import type { Geometry, Position } from 'geojson';
import { isSurelyValid } from '../geo/geometry-validity.ts';
import type { Field, GeometryKind } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';
import { isSurelySimple, mostRingPositions } from './small-ring.ts';

/**
 * Tells records that are certainly right, and already in stored form, from those that `checkRecord` has to look at;
 * it only ever errs to the second side.
 */
export class QuickCheck {
  private readonly fields: readonly {
    readonly name: string;
    readonly isRight: (value: unknown) => boolean;
  }[];
  private readonly names: ReadonlySet<string>;
  private readonly required: readonly string[];
  private readonly kinds: ReadonlySet<string>;
  private readonly register: Register;
  private readonly maxVertices: number;

  constructor(register: Register, maxVertices: number) {
    this.register = register;
    this.maxVertices = maxVertices;
    this.fields = register.fields.map((field) => ({ name: field.name, isRight: rightness(field) }));
    this.names = new Set(register.fields.map(({ name }) => name));
    this.required = register.fields.filter((field) => field.required).map(({ name }) => name);
    this.kinds = kindsOf(register.geometry);
  }

  isRight(properties: Readonly<Record<string, unknown>>, geometry: Geometry | null): boolean {
    for (const name in properties) if (!this.names.has(name)) return false;
    for (const name of this.required)
      if (properties[name] === null || properties[name] === undefined) return false;
    for (let i = 0; i < this.fields.length; i++) {
      const { name, isRight } = this.fields[i]!;
      const value = properties[name];
      if (value !== null && value !== undefined && !isRight(value)) return false;
    }
    if (geometry === null) return !this.register.geometryRequired;
    if (!this.kinds.has(geometry.type) || geometry.type === 'GeometryCollection') return false;
    if (geometry.type === 'Polygon' && geometry.coordinates.length === 1) {
      const ring = geometry.coordinates[0]!;
      const isSmall = ring.length <= mostRingPositions && ring.length <= this.maxVertices;
      if (isSmall && isFlatOnEarth(ring) && isSurelySimple(flat, ring.length)) return true;
    }
    const count = countOnEarth(geometry.coordinates as Nested);
    return count > 0 && count <= this.maxVertices && isSurelyValid(geometry);
  }
}

const singles: Partial<Record<GeometryKind, string>> = {
  MultiPoint: 'Point',
  MultiLineString: 'LineString',
  MultiPolygon: 'Polygon',
};
const everyKind = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];

/** Types of geometry that a register of a kind takes, those that it makes parts of included. */
export function kindsOf(kind: GeometryKind | null): ReadonlySet<string> {
  if (kind === null) return new Set();
  if (kind === 'Geometry') return new Set(everyKind);
  return new Set([kind, ...(singles[kind] ? [singles[kind]] : [])]);
}

/** The ring that was looked at last, x and y by turns. */
const flat = new Float64Array(2 * mostRingPositions);

function isFlatOnEarth(ring: readonly Position[]): boolean {
  for (let i = 0; i < ring.length; i++) {
    const position = ring[i]!;
    const x = position[0]!;
    const y = position[1]!;
    if (position.length !== 2 || !isOnEarth(x, y)) return false;
    flat[2 * i] = x;
    flat[2 * i + 1] = y;
  }
  return true;
}

/** Longitude and latitude in degrees, within their bounds. */
export function isOnEarth(x: number, y: number): boolean {
  return x >= -180 && x <= 180 && y >= -90 && y <= 90;
}

type Nested = readonly number[] | readonly Nested[];

/** Positions of two or three coordinates on the earth; -1 where one is none. */
function countOnEarth(level: Nested): number {
  const first = level[0];
  if (typeof first === 'number') {
    const second = level[1] as number;
    const isOn = first >= -180 && first <= 180 && second >= -90 && second <= 90;
    return isOn && (level.length === 2 || (level.length === 3 && Number.isFinite(level[2]))) ? 1 : -1;
  }
  let count = 0;
  for (let i = 0; i < level.length; i++) {
    const found = countOnEarth(level[i] as Nested);
    if (found < 0) return -1;
    count += found;
  }
  return count;
}

const plainText = /^[ -[\]-~]*$/;
const day =
  /^(?:19|20)\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$/;
const instant = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** An instant of 1900 to 2099 in the one spelling that is stored. */
export function isPlainInstant(text: string): boolean {
  return instant.test(text);
}

function rightness(field: Field): (value: unknown) => boolean {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = field;
  const isWithin = (value: number) => value >= minimum && value <= maximum && !Object.is(value, -0);
  switch (field.type) {
    case 'string':
      return textRightness(field);
    case 'integer':
      return (value) => Number.isSafeInteger(value) && isWithin(value as number);
    case 'number':
      return (value) => Number.isFinite(value) && isWithin(value as number);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'date':
      return (value) => typeof value === 'string' && day.test(value);
    case 'timestamp':
      return (value) => typeof value === 'string' && instant.test(value);
    default:
      return () => false;
  }
}

function textRightness({
  codes,
  pattern,
  maxLength = Number.POSITIVE_INFINITY,
}: Field): (value: unknown) => boolean {
  if (codes) {
    const known = new Set<unknown>(codes.map(({ value }) => value));
    return (value) => known.has(value);
  }
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value) =>
    typeof value === 'string' &&
    value.length <= maxLength &&
    plainText.test(value) &&
    (form === undefined || form.test(value));
}
