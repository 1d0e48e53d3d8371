import type { Geometry } from 'geojson';
import { projector } from '../../../kernel/geo/crs-projector.ts';
import { mapPositions } from '../../../kernel/geo/geometry-positions.ts';
import { type FilterLanguage, parseFilter } from '../../../kernel/query/filter.ts';
import { bboxGeometry } from '../../../kernel/query/geometry-literal.ts';
import { defaultLimits } from '../../../kernel/query/limits.ts';
import type { QueryScope } from '../../../kernel/query/scope.ts';
import { type Cql2Expression, isArray, isBbox, isCall, isGeometry } from '../../../kernel/query/tree.ts';
import { type AskedCrs, swapped } from '../crs.ts';

export interface AskedFilter {
  readonly source: string;
  readonly language: FilterLanguage;
  readonly crs: AskedCrs;
  readonly maxDepth: number;
}

/** The tree of a filter, its coordinates in longitude/latitude. @throws {FilterError} */
export function readFilter(
  { source, language, crs, maxDepth }: AskedFilter,
  scope: QueryScope,
): Cql2Expression {
  const tree = parseFilter(source, language, scope, { ...defaultLimits, maxDepth });
  return crs.epsg === 4326 && !crs.isYFirst ? tree : moved(tree, crs);
}

/** Moves the geometries of a tree from another reference system. */
function moved(node: Cql2Expression, crs: AskedCrs): Cql2Expression {
  if (typeof node !== 'object') return node;
  if (isArray(node)) return node.map((each) => moved(each, crs));
  if (isCall(node)) return { op: node.op, args: node.args.map((each) => moved(each, crs)) };
  if (isBbox(node)) return toLonLat(bboxGeometry(node), crs);
  return isGeometry(node) ? toLonLat(node, crs) : node;
}

/** Coordinates as they came, in longitude/latitude and that order. */
export function toLonLat<G extends Geometry>(geometry: G, crs: AskedCrs): G {
  const inOrder = crs.isYFirst ? mapPositions(geometry, swapped) : geometry;
  return crs.epsg === 4326 ? inOrder : projector(crs.epsg, 4326).geometry(inOrder);
}
