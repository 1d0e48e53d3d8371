import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Queryable, QueryOptions } from '../../db/database.ts';
import type { Violation } from '../../errors.ts';
import { stillKnown, systemColumns as system } from '../../register/columns.ts';

/** Values that a check found beside the record, each by the checks that select it: what its sentence needs. */
export interface Detail {
  /** Id of the other record. */
  readonly other: string;
  readonly value: string;
  readonly values: readonly unknown[];
  readonly reason: string;
  /** Square metres. */
  readonly area: number;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly records: readonly string[];
}

/**
 * One question to the tables after a batch has written its rows. The statement selects, for each offence, `whose` (the
 * record of the batch that it is said of), `detail` (jsonb) and `place` (GeoJSON text, or null).
 */
export interface Check {
  /** Register of the record `whose`. */
  readonly register: string;
  readonly statement: Sql;
  say(detail: Detail): Violation;
}

/** What a check found, with the register that the record belongs to. */
export interface Offence {
  readonly register: string;
  readonly record: string;
  readonly violation: Violation;
}

/** Offences of one check that are told at most; somebody who has that many has one mistake many times. */
const mostOffences = 1000;

/** Asks all checks in one statement. `prelude` may define what they share, as common table expressions. */
export async function runChecks(
  tx: Queryable,
  checks: readonly Check[],
  prelude: readonly Sql[] = [],
  options: QueryOptions = {},
): Promise<Offence[]> {
  if (checks.length === 0) return [];
  const parts = checks.map(
    ({ statement }, index) => sql`(select ${raw(String(index))} as number, q.whose, q.detail, q.place
      from (${statement}) q limit ${raw(String(mostOffences))})`,
  );
  const shared = prelude.length > 0 ? sql`with ${join(prelude)}` : sql``;
  const rows = await tx.query<{ number: number; whose: string; detail: Detail; place: string | null }>(
    sql`${shared} ${join(parts, ' union all ')}`,
    options,
  );
  return rows.map(({ number, whose, detail, place }) => {
    const check = checks[number]!;
    const violation = check.say(detail);
    const geometry: unknown = place === null ? undefined : JSON.parse(place);
    return {
      register: check.register,
      record: whose,
      violation: geometry === undefined ? violation : { ...violation, geometry },
    };
  });
}

/** A row that nothing has superseded. */
export function stands(alias: string): Sql {
  return raw(`${alias}.${system.knownTo} = ${stillKnown}::bigint`);
}

/** Two rows hold at one moment at least. */
export function meetInTime(a: string, b: string): Sql {
  return raw(
    `${a}.${system.validFrom} < ${b}.${system.validTo} and ${a}.${system.validTo} > ${b}.${system.validFrom}`,
  );
}

/** System columns of a table, as text of a statement. */
export const columnsOf = (alias: string) => ({
  record: raw(`${alias}.${system.record}`),
  geometry: raw(`${alias}.${system.geometry}`),
  from: raw(`${alias}.${system.validFrom}`),
  to: raw(`${alias}.${system.validTo}`),
  knownFrom: raw(`${alias}.${system.knownFrom}`),
  knownTo: raw(`${alias}.${system.knownTo}`),
});

/** GeoJSON of a geometry with 8 decimals, a millimetre on the ground. */
export const asGeoJson = (geometry: Sql) => sql`ST_AsGeoJSON(${geometry}, 8)`;
