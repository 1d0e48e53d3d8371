import type { BorderLine } from '../../desks/spectrum/engine/border/border-points.ts';
import { Refusal } from '../refusal.ts';
import { say } from './say.ts';
import { parseJson, readText } from './station-file.ts';

interface Node {
  readonly type?: string;
  readonly features?: readonly Node[];
  readonly geometries?: readonly Node[];
  readonly geometry?: Node | null;
  readonly properties?: { readonly name?: unknown } | null;
  readonly coordinates?: unknown;
}

/** Reads every line of a GeoJSON file: lines, and the rings of polygons. */
export async function readBorder(file: string): Promise<BorderLine[]> {
  const lines: BorderLine[] = [];
  collect(parseJson(file, await readText(file)) as Node, 'border', lines);
  if (lines.length === 0) throw new Refusal(say('refused.no-lines', { file }));
  return lines;
}

function collect(node: Node, name: string, lines: BorderLine[]): void {
  for (const feature of node.features ?? []) collect(feature, name, lines);
  for (const geometry of node.geometries ?? []) collect(geometry, name, lines);
  const own = typeof node.properties?.name === 'string' ? node.properties.name : name;
  if (node.geometry) collect(node.geometry, own, lines);
  const add = (coordinates: unknown) =>
    lines.push({
      name: lines.some((line) => line.name === own) ? `${own} ${lines.length + 1}` : own,
      coordinates: (coordinates as number[][]).map(
        ([lon = Number.NaN, lat = Number.NaN]) => [lon, lat] as const,
      ),
    });
  if (node.type === 'LineString') add(node.coordinates);
  if (node.type === 'MultiLineString' || node.type === 'Polygon')
    (node.coordinates as unknown[]).forEach(add);
  if (node.type === 'MultiPolygon') (node.coordinates as unknown[][]).flat().forEach(add);
}
