import type { Parser } from '../../../kernel/http/parameters.ts';
import { type AskedCrs, exampleCrs, parseCrs } from '../crs.ts';

/** `crs`, `bbox-crs`, `filter-crs`: only systems that the database can compute as well. */
export function crsParameter(databaseCodes: ReadonlySet<number>): Parser<AskedCrs> {
  return (text) => {
    const crs = parseCrs(text);
    if (!crs || !databaseCodes.has(crs.epsg)) return { code: 'crs-unknown', params: { example: exampleCrs } };
    return { value: crs };
  };
}
