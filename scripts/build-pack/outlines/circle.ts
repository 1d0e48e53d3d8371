import type { MultiPolygon, Position } from 'geojson';
import { metresPerDegree } from '../../../src/kernel/generate/frame.ts';
import { tidy } from './shape.ts';

/** A circle of a given area around a point: a schematic outline where only the place and the size are known. */
export function circleOfArea([lon, lat]: Position, areaHa: number): MultiPolygon {
  return circle([lon!, lat!], Math.sqrt((areaHa * 10_000) / Math.PI));
}

/** A circle of 48 corners with a radius in metres. */
export function circle([lon, lat]: Position, radiusM: number): MultiPolygon {
  const [perLon, perLat] = metresPerDegree(lat!);
  const ring = Array.from({ length: 49 }, (_, step) => {
    const angle = ((step % 48) / 48) * 2 * Math.PI;
    return [lon! + (radiusM * Math.cos(angle)) / perLon, lat! + (radiusM * Math.sin(angle)) / perLat];
  });
  return tidy({ type: 'MultiPolygon', coordinates: [[ring]] }, 4);
}
