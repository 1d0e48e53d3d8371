import type { Geometry, Position } from 'geojson';
import proj4, { type Converter } from 'proj4';
import { crsDefinition } from './crs-definition.ts';
import { mapPositions } from './geometry-positions.ts';

/** Moves coordinates from one reference system to another; both in x/y (longitude/easting first) order. */
export interface Projector {
  /** True where nothing has to be computed. */
  readonly isIdentity: boolean;
  position(position: Position): Position;
  /** In place: `[x, y, x, y, …]`. */
  flat(coordinates: Float64Array | number[]): void;
  geometry<G extends Geometry>(geometry: G): G;
}

/** Thrown for a code or definition that no coordinates can be computed with. */
export class UnknownCrsError extends Error {
  readonly crs: string;
  constructor(crs: string | number) {
    super(`no definition for reference system ${crs}`);
    this.name = 'UnknownCrsError';
    this.crs = String(crs);
  }
}

const projectors = new Map<string, Projector>();

/**
 * Projector between two EPSG codes, WKT definitions or PROJ strings. 4326 means longitude, latitude here.
 * Agrees with PROJ to a millimetre for the UTM and Mercator systems. @throws UnknownCrsError
 */
export function projector(from: number | string, to: number | string): Projector {
  const key = `${from} ${to}`;
  const known = projectors.get(key);
  if (known) return known;
  const made = make(definitionOf(from), definitionOf(to));
  if (projectors.size > 500) projectors.clear();
  projectors.set(key, made);
  return made;
}

function definitionOf(crs: number | string): string {
  if (typeof crs === 'string') return crs.trim();
  const definition = crsDefinition(crs);
  if (!definition) throw new UnknownCrsError(crs);
  return definition.proj4;
}

function make(from: string, to: string): Projector {
  if (from === to) {
    return {
      isIdentity: true,
      position: (position) => position,
      flat: () => {},
      geometry: (geometry) => geometry,
    };
  }
  let converter: Converter;
  try {
    converter = proj4(from, to);
  } catch {
    throw new UnknownCrsError(`${from} → ${to}`);
  }
  const point = [0, 0];
  const position = (source: Position): Position => {
    if (source.length === 0) return source;
    point[0] = source[0]!;
    point[1] = source[1]!;
    const [x, y] = converter.forward(point) as [number, number];
    return source.length > 2 ? [x, y, source[2]!] : [x, y];
  };
  return {
    isIdentity: false,
    position,
    flat(coordinates) {
      for (let i = 0; i + 1 < coordinates.length; i += 2) {
        point[0] = coordinates[i]!;
        point[1] = coordinates[i + 1]!;
        const [x, y] = converter.forward(point) as [number, number];
        coordinates[i] = x;
        coordinates[i + 1] = y;
      }
    },
    geometry: (geometry) => mapPositions(geometry, position),
  };
}
