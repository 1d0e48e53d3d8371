import sql, { raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { parseFilter } from '../query/filter.ts';
import { compileSql } from '../query/to-sql.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import { scopeOf } from '../register/queryables.ts';
import type { Register } from '../register/register.ts';
import type { Finding } from './finding.ts';

/**
 * Findings of the declared rules (CQL2) on the rows of the table `t` that a condition selects. A rule is broken where
 * it is false; where it cannot be told, because a value is missing, it is not.
 */
export async function checkRules(tx: Queryable, register: Register, rows: Sql): Promise<Finding[]> {
  const found: Finding[] = [];
  const scope = scopeOf(register, { fields: register.fields });
  for (const rule of register.rules ?? []) {
    const holds = compileSql(parseFilter(rule.holds, 'cql2-text', scope), scope);
    const broken = await tx.query<{ record: string }>(sql`
      select t.${raw(system.record)} as record from ${raw(tableOf(register.id))} t
      where ${rows} and not (${holds}) limit 1000`);
    const params = { rule: rule.holds, ...prefixed(rule.sentence) };
    for (const { record } of broken) found.push({ record, violation: { pointer: '', code: 'rule', params } });
  }
  return found;
}

/** The rule's own sentence travels with the violation, one parameter a language. */
function prefixed(sentence: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sentence).map(([language, text]) => [`sentence_${language}`, text]),
  );
}
