import type { Geometry, Position } from 'geojson';
import type { TokenReader } from './token-reader.ts';
import type { BboxLiteral } from './tree.ts';

const names = {
  point: 'Point',
  linestring: 'LineString',
  polygon: 'Polygon',
  multipoint: 'MultiPoint',
  multilinestring: 'MultiLineString',
  multipolygon: 'MultiPolygon',
  geometrycollection: 'GeometryCollection',
} as const;

type WktName = keyof typeof names;

/** True where a WKT geometry begins: its name and `(`, or its name, `Z` and `(`. */
export function isWktStart(reader: TokenReader): boolean {
  const token = reader.peek();
  if (token.kind !== 'name' || !Object.hasOwn(names, token.text.toLowerCase())) return false;
  return reader.isSymbol('(', 1) || (reader.isWord('z', 1) && reader.isSymbol('(', 2));
}

/** Reads a WKT geometry of two or three dimensions (OGC 06-103r4, clause 7) as GeoJSON. */
export function parseWkt(reader: TokenReader): Geometry {
  const type = names[reader.take().text.toLowerCase() as WktName];
  reader.skipWord('z');
  reader.expectSymbol('(');
  if (type === 'GeometryCollection') {
    const member = (): Geometry => {
      if (!isWktStart(reader)) throw reader.unexpected('POINT(…)');
      return reader.nested(() => parseWkt(reader));
    };
    return { type, geometries: reader.list(member) };
  }
  return { type, coordinates: coordinatesOf(reader, type) } as Geometry;
}

function coordinatesOf(reader: TokenReader, type: Exclude<Geometry['type'], 'GeometryCollection'>): unknown {
  const position = () => parsePosition(reader);
  const inner = <T>(item: () => T) => {
    return () => {
      reader.expectSymbol('(');
      return reader.list(item);
    };
  };
  switch (type) {
    case 'Point': {
      const at = position();
      reader.expectSymbol(')');
      return at;
    }
    case 'MultiPoint':
      return reader.list(() => {
        if (!reader.skipSymbol('(')) return position();
        const at = position();
        reader.expectSymbol(')');
        return at;
      });
    case 'LineString':
      return reader.list(position);
    case 'Polygon':
    case 'MultiLineString':
      return reader.list(inner(position));
    case 'MultiPolygon':
      return reader.list(inner(inner(position)));
  }
}

function parsePosition(reader: TokenReader): Position {
  const position = [reader.number(), reader.number()];
  if (!reader.isSymbol(',') && !reader.isSymbol(')')) position.push(reader.number());
  return position;
}

/** `BBOX(west, south, east, north)`, or with heights as six numbers. */
export function parseBbox(reader: TokenReader): BboxLiteral {
  reader.take();
  reader.expectSymbol('(');
  const bbox = [reader.number()];
  for (let i = 1; i < 4; i++) {
    reader.expectSymbol(',');
    bbox.push(reader.number());
  }
  if (reader.isSymbol(',')) {
    for (let i = 4; i < 6; i++) {
      reader.expectSymbol(',');
      bbox.push(reader.number());
    }
  }
  reader.expectSymbol(')');
  return { bbox };
}
