import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/** Tells every process on the database that the registers which stand are other ones now (channel `ufuq_register`). */
export const registerNotices: Migration = {
  number: 3,
  name: 'register-notices',
  statements: [
    sql`create function ufuq.tell_register() returns trigger language plpgsql as $$
      begin
        perform pg_notify('ufuq_register', coalesce(new.id, old.id));
        return null;
      end $$`,
    sql`create trigger register_told after insert or delete or update of definition on ufuq.register
      for each row execute function ufuq.tell_register()`,
  ],
};
