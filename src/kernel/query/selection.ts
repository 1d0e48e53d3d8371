import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { View } from '../access/narrow.ts';
import { systemColumns as system } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { answers, type Moment } from './moment.ts';
import type { Box, Question } from './question.ts';

/** The condition on the table `t` that a question, a moment and the caller's view make together. */
export async function selects(
  register: Register,
  view: View,
  question: Question,
  moment: Moment,
): Promise<Sql> {
  const conditions = [answers(register, moment)];
  if (question.bbox) conditions.push(register.geometry ? isInside(question.bbox) : sql`false`);
  return join(conditions, ' and ');
}

/** Rows whose geometry meets the box; one that crosses the antimeridian is two boxes. */
export function isInside([west, south, east, north]: Box): Sql {
  const meets = (w: number, e: number) =>
    sql`ST_Intersects(t.${raw(system.geometry)}, ST_MakeEnvelope(${w}, ${south}, ${e}, ${north}, 4326))`;
  return west <= east ? meets(west, east) : sql`(${meets(west, 180)} or ${meets(-180, east)})`;
}
