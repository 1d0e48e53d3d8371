import type { Geometry, Position } from 'geojson';
import { GeosGeometry, relate } from '../query/predicate/geos.ts';
import type { Box } from '../query/question.ts';
import type { Statement } from './statement.ts';

/** What a count is asked about: a closed span of time in milliseconds (equal ends for an instant), in a box or everywhere. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly box?: Box | undefined;
}

/** Why no statement covers a question: there is none, none for all of the time, none for all of the area. */
export type Gap = 'none' | 'period' | 'area';

export interface Coverage {
  readonly isCovered: boolean;
  readonly gap?: Gap;
  /** The statements that cover together; where there is a gap, those that speak of some of it. */
  readonly statements: readonly Statement[];
}

/**
 * Decides whether statements cover a question together: at every moment of its time, one of them speaks of everywhere
 * or several of them make up its area. A filter does not matter: a part of what is complete is complete.
 * `preparePredicates()` must have run where there is a box.
 */
export function coverage(statements: readonly Statement[], asked: Extent): Coverage {
  const timely = statements.filter(({ from, to }) => from <= asked.to && to > asked.from);
  const some = timely.filter(({ area }) => area === null || (asked.box && meets(area, asked.box)));
  if (statements.length === 0) return { isCovered: false, gap: 'none', statements: [] };
  if (timely.length === 0) return { isCovered: false, gap: 'period', statements: [] };

  const used = new Set<Statement>();
  const known = new Map<string, readonly Statement[]>();
  let gap: Gap | undefined;
  for (const start of starts(timely, asked)) {
    const active = timely.filter(({ from, to }) => from <= start && start < to);
    const key = active.map(({ id, from }) => `${id} ${from}`).join('\n');
    const found = known.get(key) ?? enough(active, asked.box);
    known.set(key, found);
    for (const statement of found) used.add(statement);
    if (found.length === 0) gap = active.length === 0 ? 'period' : (gap ?? 'area');
  }
  if (gap) return { isCovered: false, gap, statements: some };
  return { isCovered: true, statements: timely.filter((statement) => used.has(statement)) };
}

/** Instants at which another set of statements begins to speak; between two of them nothing changes. */
function starts(statements: readonly Statement[], { from, to }: Extent): readonly number[] {
  const bounds = statements.flatMap((statement) => [statement.from, statement.to]);
  const within = bounds.filter((bound) => bound > from && bound <= to && Number.isFinite(bound));
  return [...new Set([from, ...within])].sort((a, b) => a - b);
}

/** Those that cover the area together; none where they do not. */
function enough(active: readonly Statement[], box: Box | undefined): readonly Statement[] {
  const everywhere = active.filter(({ area }) => area === null);
  if (everywhere.length > 0) return everywhere;
  if (!box) return [];
  const near = active.filter(({ area }) => area && meets(area, box));
  if (near.length === 0) return [];
  const geometries = near.map(({ area }) => area!);
  return compare('s_contains', { type: 'GeometryCollection', geometries }, box) ? near : [];
}

function meets(area: Geometry, box: Box): boolean {
  return compare('s_intersects', area, box);
}

function compare(relation: 's_contains' | 's_intersects', area: Geometry, box: Box): boolean {
  const whole = new GeosGeometry(area, { mend: true });
  try {
    const parts = shapes(box).map((shape) => {
      const part = new GeosGeometry(shape);
      const isSo = relate(relation, whole, part) === true;
      part.free();
      return isSo;
    });
    return relation === 's_contains' ? parts.every(Boolean) : parts.some(Boolean);
  } finally {
    whole.free();
  }
}

/** The box as geometries: two where it crosses the antimeridian; a line or a point where it has no area. */
function shapes([west, south, east, north]: Box): readonly Geometry[] {
  if (west > east) return [...shapes([west, south, 180, north]), ...shapes([-180, south, east, north])];
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  if (west < east && south < north) return [{ type: 'Polygon', coordinates: [ring] }];
  if (west === east && south === north) return [{ type: 'Point', coordinates: ring[0]! }];
  return [{ type: 'LineString', coordinates: [ring[0]!, ring[2]!] }];
}
