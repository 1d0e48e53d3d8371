import sql, { type Sql } from 'sql-template-tag';
import { defaultToleranceM, type Tolerance } from '../../register/rule.ts';

/** Radii of WGS 84 as the plane needs them: metres of a degree at a latitude. */
const semiMajorM = 6_378_137;
const eccentricitySquared = 0.006_694_379_990_141_3;

/**
 * The place of a geometry as a row `alias(x, y, kx, ky)`: its centre, and how many metres a degree of longitude and of latitude
 * has there (radii of curvature in the prime vertical and in the meridian; Snyder 1987, equations 4-18 to 4-21).
 */
export function centreOf(geometry: Sql, alias: Sql): Sql {
  return sql`lateral (
    select c.x, c.y,
      greatest(cos(radians(c.y)), 1e-6) * radians(${semiMajorM}::float8) / sqrt(1 - ${eccentricitySquared}::float8 * sin(radians(c.y)) ^ 2) as kx,
      radians(${semiMajorM}::float8 * (1 - ${eccentricitySquared}::float8)) / (1 - ${eccentricitySquared}::float8 * sin(radians(c.y)) ^ 2) ^ 1.5 as ky
    from (select (ST_XMin(b.g) + ST_XMax(b.g)) / 2 as x, (ST_YMin(b.g) + ST_YMax(b.g)) / 2 as y
      from (select ${geometry} as g) b where not ST_IsEmpty(b.g)) c) ${alias}`;
}

/** A geometry in metres east and north of that centre. */
export function inMetres(geometry: Sql, alias: Sql): Sql {
  return sql`ST_Affine(${geometry}, ${alias}.kx, 0, 0, ${alias}.ky, -${alias}.x * ${alias}.kx, -${alias}.y * ${alias}.ky)`;
}

/**
 * The areas of a geometry that a tolerance does not let pass, as a row `alias(geometry, area)`; area in square metres on the
 * ellipsoid. No row where there is none.
 */
export function areasOver(geometry: Sql, tolerance: Tolerance, alias: Sql): Sql {
  const { toleranceM: widthM = defaultToleranceM, toleranceM2 = 0 } = tolerance;
  // An area that holds a disc of this diameter is at least as large as the disc: most noise needs no buffer.
  const leastM2 = Math.max(toleranceM2, (Math.PI / 4) * widthM ** 2);
  const isWide =
    widthM > 0
      ? sql`not ST_IsEmpty(ST_Buffer(${inMetres(sql`d.geom`, sql`m`)}, ${-widthM / 2}::float8))`
      : sql`true`;
  return sql`lateral (
    select ST_Collect(d.geom) as geometry, sum(ST_Area(d.geom::geography)) as area
    from ST_Dump(ST_CollectionExtract(${geometry}, 3)) d cross join ${centreOf(sql`d.geom`, sql`m`)}
    where ST_Area(d.geom) * m.kx * m.ky > 0 and ST_Area(d.geom::geography) > ${leastM2}::float8 and ${isWide}
    having count(*) > 0) ${alias}`;
}
