import type { Geometry } from 'geojson';
import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { canonicalJson } from '../log/canonical-json.ts';

/** Size of a geometry: square metres of what has an area, metres of what is a line, how many of points. */
export interface Measure {
  readonly unit: 'm2' | 'm' | '1';
  readonly was: number;
  readonly became: number;
  readonly added: number;
  readonly removed: number;
}

/** What one geometry has that another had not, and the other way round; longitude/latitude. */
export interface GeometryDiff {
  readonly change: 'none' | 'added' | 'removed' | 'changed';
  readonly added: Geometry | null;
  readonly removed: Geometry | null;
  readonly measure?: Measure;
  /** Metres between two points. */
  readonly movedM?: number;
}

/**
 * Compares two geometries on the ellipsoid (WGS 84). Heights are left aside; what is of another dimension than before, and
 * collections of mixed kinds, are gone and come as a whole.
 */
export async function geometryDiff(
  db: Queryable,
  was: Geometry | null,
  became: Geometry | null,
): Promise<GeometryDiff> {
  if (was === null && became === null) return { change: 'none', added: null, removed: null };
  if (was === null || became === null) {
    const measure = await measureOf(db, was ?? became!);
    const [before, after] = was === null ? [0, measure.size] : [measure.size, 0];
    return {
      change: was === null ? 'added' : 'removed',
      added: became,
      removed: was,
      measure: { unit: measure.unit, was: before, became: after, added: after, removed: before },
    };
  }
  // GEOS lays no collections of mixed kinds over one another.
  if ([was.type, became.type].includes('GeometryCollection')) {
    const isSame = canonicalJson(was) === canonicalJson(became);
    return isSame
      ? { change: 'none', added: null, removed: null }
      : { change: 'changed', added: became, removed: was };
  }
  return await compare(db, was, became);
}

const units = ['1', 'm', 'm2'] as const;

async function compare(db: Queryable, was: Geometry, became: Geometry): Promise<GeometryDiff> {
  const [row] = await db.query<Record<string, string | number | boolean | null>>(sql`
    with g as (select ${read(was)} as a, ${read(became)} as b),
      d as (select a, b, ST_Dimension(a) as da, ST_Dimension(b) as db, ST_NPoints(a) = 1 and ST_NPoints(b) = 1 as points from g),
      p as (select *,
        case when da = db then ST_CollectionExtract(ST_Difference(b, a), da + 1) else b end as plus,
        case when da = db then ST_CollectionExtract(ST_Difference(a, b), da + 1) else a end as minus from d)
    select da, db, ST_AsGeoJSON(plus, 9) as plus, ST_AsGeoJSON(minus, 9) as minus,
      ST_IsEmpty(plus) as no_plus, ST_IsEmpty(minus) as no_minus,
      ${size(sql`a`)} as was, ${size(sql`b`)} as became, ${size(sql`plus`)} as added, ${size(sql`minus`)} as removed,
      case when points then ST_Distance(a::geography, b::geography) end as moved
    from p`);
  const { da, db: after, no_plus: noPlus, no_minus: noMinus, moved } = row!;
  const isSame = noPlus === true && noMinus === true;
  return {
    change: isSame ? 'none' : 'changed',
    added: noPlus === true ? null : JSON.parse(String(row!.plus)),
    removed: noMinus === true ? null : JSON.parse(String(row!.minus)),
    ...(da === after
      ? {
          measure: {
            unit: units[Number(da)]!,
            was: Number(row!.was),
            became: Number(row!.became),
            added: Number(row!.added),
            removed: Number(row!.removed),
          },
        }
      : {}),
    ...(moved === null ? {} : { movedM: Number(moved) }),
  };
}

async function measureOf(db: Queryable, geometry: Geometry) {
  const [row] = await db.query<{ dimension: number; size: number }>(sql`
    select ST_Dimension(g) as dimension, ${size(sql`g`)} as size from (select ${read(geometry)} as g) x`);
  return { unit: units[Number(row!.dimension)]!, size: Number(row!.size) };
}

function read(geometry: Geometry): Sql {
  const text = JSON.stringify(geometry);
  return sql`ST_MakeValid(ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON(${text}::text), 4326)))`;
}

function size(geometry: Sql): Sql {
  return sql`case ST_Dimension(${geometry}) when 2 then ST_Area(${geometry}::geography)
    when 1 then ST_Length(${geometry}::geography) else ST_NumGeometries(${geometry}) end::float8`;
}
