import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { View } from '../access/narrow.ts';
import { systemColumns as system } from '../register/columns.ts';
import { scopeOf } from '../register/queryables.ts';
import type { Register } from '../register/register.ts';
import { checkFilter } from './check.ts';
import { parseFilter } from './filter.ts';
import { FilterError } from './filter-error.ts';
import { answers, type Moment } from './moment.ts';
import type { Box, Question } from './question.ts';
import { compileSql } from './to-sql.ts';

/**
 * The condition on the table `t` that a question, a moment and the caller's view make together. The filter is bound
 * here to what the caller may see, whatever the door did before.
 * @throws {FilterError} where the filter asks for what the register does not have or the caller does not see
 */
export function selects(
  register: Register,
  view: View,
  question: Pick<Question, 'bbox' | 'filter'>,
  moment: Moment,
): Sql {
  const conditions = [answers(register, moment)];
  if (question.bbox) conditions.push(register.geometry ? isInside(question.bbox) : sql`false`);
  if (view.rows !== undefined) conditions.push(rowCondition(register, view));
  if (question.filter !== undefined) {
    const scope = scopeOf(register, view);
    const { expr, violations } = checkFilter(question.filter, scope);
    if (violations) throw new FilterError(violations);
    conditions.push(sql`(${compileSql(expr, scope)})`);
  }
  return join(conditions, ' and ');
}

/** Rows of the table `t` that the view shows at all. */
export function rowCondition(register: Register, view: View): Sql {
  if (view.rows === undefined) return sql`true`;
  const whole = scopeOf(register, { fields: register.fields });
  return sql`(${compileSql(parseFilter(view.rows, 'cql2-text', whole), whole)})`;
}

/** Rows whose geometry meets the box; one that crosses the antimeridian is two boxes. */
export function isInside([west, south, east, north]: Box): Sql {
  const meets = (w: number, e: number) =>
    sql`ST_Intersects(t.${raw(system.geometry)}, ST_MakeEnvelope(${w}, ${south}, ${e}, ${north}, 4326))`;
  return west <= east ? meets(west, east) : sql`(${meets(west, 180)} or ${meets(-180, east)})`;
}
