import sql, { join, raw } from 'sql-template-tag';
import { tableOf } from '../../register/columns.ts';
import { rulesOf } from '../../register/rule.ts';
import { asGeoJson, type Check, columnsOf, meetInTime, stands } from './check.ts';
import { areasOver } from './metric.ts';
import { ownSentence } from './own-sentence.ts';
import { type Rows, shapeOf } from './rows.ts';
import { columnIn } from './values.ts';

/**
 * Areas that another record of the register covers at the same time. Neighbours are found by the index on geometry, so the
 * work grows with the rows and not with their square. Two rows of one batch are told once.
 */
export function overlaps(rows: Rows): Check[] {
  const { register, where, first } = rows;
  const [t, o] = [columnsOf('t'), columnsOf('o')];
  const table = raw(tableOf(register.id));
  const shape = shapeOf(rows);
  return rulesOf(register, 'no-overlap').map((rule) => {
    const isSame = (rule.partition ?? []).map(
      (name) => sql` and ${columnIn('o', name)} = ${columnIn('t', name)}`,
    );
    return {
      register: register.id,
      statement: sql`
        select ${t.record} as whose, jsonb_build_object('other', ${o.record}, 'area', over.area) as detail,
          ${asGeoJson(sql`over.geometry`)} as place
        from ${table} t join ${table} o on ${o.geometry} && ${t.geometry} and ${o.record} <> ${t.record}
          and (${o.knownFrom} < ${first}::bigint or ${o.record} > ${t.record})
          and ${stands('o')} and ${meetInTime('o', 't')}${join(isSame.length > 0 ? isSame : [sql``], '')}
        cross join ${areasOver(sql`ST_Intersection(${shape}, ${o.geometry})`, rule, sql`over`)}
        where ${where} and ST_Relate(${shape}, ${o.geometry}, '2********')`,
      say: ({ other, area }) => ({
        pointer: '/geometry',
        code: 'overlaps',
        params: { other, area: roundedM2(area), ...ownSentence(rule) },
        other: { register: register.id, record: other },
      }),
    };
  });
}

/** Square metres as a sentence says them: three figures that count, and no less than a square centimetre. */
export function roundedM2(area: number): number {
  return Math.max(0.0001, Number(area.toPrecision(3)));
}
