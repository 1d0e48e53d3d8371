import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/**
 * Entries of a record are found through its register's table, which has a row for each that says something
 * (`recordPositions`). The log itself indexes only what leaves no row: absences, erased entries, and its own books.
 */
export const absentEntries: Migration = {
  number: 4,
  name: 'absent-entries',
  statements: [
    sql`create index entry_absent on ufuq.entry (register, record) where body is null or register <= 0`,
    sql`drop index ufuq.entry_record`,
  ],
};
