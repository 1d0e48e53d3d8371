import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { clip } from './geos.ts';
import { rounded, tidy } from './shape.ts';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Countries of Natural Earth 1:10m, from the npm package `world-atlas`. */
const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
const world = JSON.parse(readFileSync(file, 'utf8')) as World;

/** What of the world the pack draws: `[west, south, east, north]`. */
const frame = [34, 33, 62, 48] as const;

/** A country by its ISO 3166-1 numeric code, cut at the frame. */
export function countryOutline(numeric: string): MultiPolygon {
  const { geometry } = feature(world, find(numeric)) as Feature<Polygon | MultiPolygon>;
  return tidy(clip(geometry, frame), 4);
}

/** The line that two countries share in the topology: one list of positions, the same for both. */
export function sharedBorder(a: string, b: string): MultiLineString {
  const [first, second] = [find(a), find(b)];
  const lines = mesh(world, world.objects.countries, (x, y) => {
    return (x === first && y === second) || (x === second && y === first);
  });
  return { type: 'MultiLineString', coordinates: lines.coordinates.map((line) => rounded(line, 5)) };
}

function find(numeric: string): World['objects']['countries']['geometries'][number] {
  const found = world.objects.countries.geometries.find(({ id }) => id === numeric);
  if (!found) throw new Error(`world-atlas has no country ${numeric}`);
  return found;
}
