import type { Geometry, Position } from 'geojson';

/** Geometry as well-known text, the form that a spreadsheet column can hold. */
export class WktError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(`${message} at character ${at + 1}`);
    this.name = 'WktError';
    this.at = at;
  }
}

function position([x, y, z]: Position, hasZ: boolean): string {
  return hasZ ? `${x} ${y} ${z ?? 0}` : `${x} ${y}`;
}

function list<T>(items: readonly T[], write: (item: T) => string): string {
  return items.length === 0 ? 'EMPTY' : `(${items.map(write).join(', ')})`;
}

/** WKT of OGC 06-103r4; heights are written where the first position has one. Numbers keep every digit. */
export function encodeWkt(geometry: Geometry): string {
  const hasZ = firstPosition(geometry).length > 2;
  const line = (positions: readonly Position[]) => list(positions, (p) => position(p, hasZ));
  const lines = (rings: readonly (readonly Position[])[]) => list(rings, line);
  const tag = geometry.type.toUpperCase() + (hasZ ? ' Z ' : ' ');
  switch (geometry.type) {
    case 'Point':
      return (
        tag + (geometry.coordinates.length === 0 ? 'EMPTY' : `(${position(geometry.coordinates, hasZ)})`)
      );
    case 'LineString':
      return tag + line(geometry.coordinates);
    case 'Polygon':
    case 'MultiLineString':
      return tag + lines(geometry.coordinates);
    case 'MultiPoint':
      return tag + list(geometry.coordinates, (p) => `(${position(p, hasZ)})`);
    case 'MultiPolygon':
      return tag + list(geometry.coordinates, lines);
    default:
      return `GEOMETRYCOLLECTION ${list(geometry.geometries, encodeWkt)}`;
  }
}

function firstPosition(geometry: Geometry): readonly unknown[] {
  if (geometry.type === 'GeometryCollection') return [];
  let level: readonly unknown[] = geometry.coordinates;
  while (Array.isArray(level[0])) level = level[0];
  return level;
}

const types: Readonly<Record<string, Geometry['type']>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
};

export interface DecodedWkt {
  readonly geometry: Geometry;
  /** Of EWKT's `SRID=4326;` */
  readonly srid: number | undefined;
}

/** GeoJSON geometry of WKT or EWKT; Z kept, M dropped. @throws WktError with the place where it is not WKT */
export function decodeWkt(text: string): DecodedWkt {
  const srid = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text);
  const reader = new WktReader(text, srid ? srid[0].length : 0);
  const geometry = reader.geometry();
  reader.end();
  return { geometry, srid: srid ? Number(srid[1]) : undefined };
}

class WktReader {
  readonly #text: string;
  #at: number;
  #hasM = false;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#at += match[0].length;
    return match[1] ?? '';
  }

  #expect(pattern: RegExp, expected: string): string {
    const found = this.#match(pattern);
    if (found === undefined) throw new WktError(`${expected} expected`, this.#at);
    return found;
  }

  end(): void {
    this.#expect(/\s*$/y, 'end of text');
  }

  geometry(): Geometry {
    const word = this.#expect(/\s*([A-Za-z]+?)(?=(?:ZM|Z|M)?\s*[( ])/y, 'geometry type').toUpperCase();
    const type = types[word];
    if (!type) throw new WktError(`unknown geometry type ${word}`, this.#at);
    this.#hasM = /M/i.test(this.#match(/\s*(ZM|Z|M)(?=[\s(])/iy) ?? '');
    const isEmpty = this.#match(/\s*(EMPTY)\b/iy) !== undefined;
    if (type === 'GeometryCollection')
      return { type, geometries: isEmpty ? [] : this.#list(() => this.geometry()) };
    if (isEmpty) return { type, coordinates: [] } as unknown as Geometry;
    return { type, coordinates: this.#coordinates(type) } as Geometry;
  }

  #coordinates(type: Geometry['type']): unknown {
    switch (type) {
      case 'Point':
        return this.#list(() => this.#position())[0];
      case 'LineString':
        return this.#line();
      case 'MultiPoint':
        return this.#list(() => (this.#match(/\s*(\()/y) === undefined ? this.#position() : this.#closed()));
      case 'Polygon':
      case 'MultiLineString':
        return this.#lines();
      default:
        return this.#list(() => this.#lines());
    }
  }

  #closed(): Position {
    const position = this.#position();
    this.#expect(/\s*\)/y, ')');
    return position;
  }

  #line(): Position[] {
    return this.#match(/\s*(EMPTY)\b/iy) === undefined ? this.#list(() => this.#position()) : [];
  }

  #lines(): Position[][] {
    return this.#match(/\s*(EMPTY)\b/iy) === undefined ? this.#list(() => this.#line()) : [];
  }

  #list<T>(read: () => T): T[] {
    this.#expect(/\s*\(/y, '(');
    const items = [read()];
    while (this.#match(/\s*,/y) !== undefined) items.push(read());
    this.#expect(/\s*\)/y, ')');
    return items;
  }

  #position(): Position {
    const numbers = [this.#number(), this.#number()];
    for (let more = this.#match(numberForm); more !== undefined; more = this.#match(numberForm))
      numbers.push(Number(more));
    const dimensions = this.#hasM ? Math.max(2, numbers.length - 1) : Math.min(3, numbers.length);
    return numbers.slice(0, dimensions);
  }

  #number(): number {
    const text = this.#expect(numberForm, 'number');
    return /nan/i.test(text) ? Number.NaN : Number(text);
  }
}

const numberForm = /\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan)(?=[\s,)])/iy;
