import type { Geometry } from 'geojson';
import { bboxGeometry } from './geometry-literal.ts';
import { type Cql2Expression, isBbox, isGeometry } from './tree.ts';

/** Coordinates nearer to zero than this are zero: GEOS miscounts sides where numbers of 1e-300 are involved. */
const nothing = 1e-15;

/** The geometry that a literal stands for; undefined for anything else. */
export function literalGeometry(node: Cql2Expression): Geometry | undefined {
  if (typeof node !== 'object') return undefined;
  if (isBbox(node)) return settled(bboxGeometry(node));
  return isGeometry(node) ? settled(node) : undefined;
}

function settled(geometry: Geometry): Geometry {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map(settled) };
  return { ...geometry, coordinates: settle(geometry.coordinates) } as Geometry;
}

function settle(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settle);
  return Math.abs(value as number) < nothing ? 0 : value;
}
