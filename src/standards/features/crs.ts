import type { Position } from 'geojson';
import sql from 'sql-template-tag';
import type { Database } from '../../kernel/db/database.ts';
import { crsDefinition, isNorthingFirst } from '../../kernel/geo/crs-definition.ts';

/** A reference system as it is asked for: 4326 stands for both CRS84 and EPSG:4326, which differ in axis order only. */
export interface AskedCrs {
  readonly uri: string;
  readonly epsg: number;
  /** True where positions are written latitude or northing first. */
  readonly isYFirst: boolean;
}

export const crs84: AskedCrs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  epsg: 4326,
  isYFirst: false,
};

const epsgUri = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

/** What `/collections` lists, the default first; any other code of the EPSG registry that PROJ knows is taken as well. */
export const advertisedCrs: readonly string[] = [crs84.uri, ...[4326, 3857, 32638, 32639].map(epsgUri)];

export const exampleCrs = epsgUri(32639);

/** Reads an identifier: an OGC URI, a URN or a safe CURIE. Undefined for what is not a geographic or projected system. */
export function parseCrs(text: string): AskedCrs | undefined {
  const name = text.trim();
  if (
    /^(https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/(1\.3|0)\/CRS84|urn:ogc:def:crs:OGC:(1\.3)?:CRS84|\[?OGC:CRS84\]?)$/.test(
      name,
    )
  )
    return crs84;
  const match =
    /^(?:https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/|urn:ogc:def:crs:EPSG:[\d.]*:|\[?EPSG:)(\d{4,6})\]?$/.exec(
      name,
    );
  const epsg = Number(match?.[1]);
  const kind = match && crsDefinition(epsg)?.kind;
  if (kind !== 'geographic' && kind !== 'projected') return undefined;
  return { uri: epsgUri(epsg), epsg, isYFirst: isNorthingFirst(epsg) };
}

/** Content of the header `Content-Crs` (OGC 18-058r1, `/req/crs/ogc-crs-header-value`). */
export function contentCrs(crs: AskedCrs): string {
  return `<${crs.uri}>`;
}

/** The other order of a position's first two numbers. */
export function swapped([x, y, ...rest]: Position): Position {
  return [y!, x!, ...rest];
}

const known = new WeakMap<Database, Promise<ReadonlySet<number>>>();

/** Codes that the database can transform to. */
export function databaseCodes(database: Database): Promise<ReadonlySet<number>> {
  let codes = known.get(database);
  if (!codes) {
    codes = database
      .query<{ srid: number }>(sql`select srid from spatial_ref_sys where auth_name = 'EPSG'`)
      .then((rows) => new Set(rows.map(({ srid }) => Number(srid))));
    known.set(database, codes);
    codes.catch(() => known.delete(database));
  }
  return codes;
}
