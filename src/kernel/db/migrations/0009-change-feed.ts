import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/** Where in the log each register was changed, so that the feed of one register need not read what others wrote. */
export const changeFeed: Migration = {
  number: 9,
  name: 'change-feed',
  statements: [
    // A position in every batch that has entries of the register (or tells of it: its declaration, an erasure).
    sql`create table ufuq.register_change (
      register integer not null, position bigint not null, primary key (register, position)
    )`,
    sql`insert into ufuq.register_change (register, position)
      select e.register, max(e.position) from ufuq.batch b join ufuq.entry e on e.position between b.first and b.last
      where e.register > 0 group by e.register, b.last`,
    sql`insert into ufuq.register_change (register, position)
      select r.number, e.position from ufuq.entry e join ufuq.register r on r.id = e.record where e.register = 0
      on conflict do nothing`,
    sql`create function ufuq.note_register_change() returns trigger language plpgsql as $$
      begin
        insert into ufuq.register_change (register, position) values (new.number, new.last_change) on conflict do nothing;
        return null;
      end $$`,
    sql`create trigger change_noted after update of last_change on ufuq.register
      for each row execute function ufuq.note_register_change()`,
    sql`create function ufuq.note_declaration() returns trigger language plpgsql as $$
      begin
        insert into ufuq.register_change (register, position) select new.number, position from ufuq.head on conflict do nothing;
        return null;
      end $$`,
    sql`create trigger declaration_noted after insert or update of definition on ufuq.register
      for each row execute function ufuq.note_declaration()`,
    // Whether the public could read what was erased, which nobody can find out afterwards.
    sql`alter table ufuq.erasure add column was_public boolean not null default false`,
    sql`create function ufuq.note_erasure() returns trigger language plpgsql as $$
      begin
        insert into ufuq.register_change (register, position)
          select register, new.entry from ufuq.entry where position = new.position on conflict do nothing;
        return null;
      end $$`,
    sql`create trigger erasure_noted after insert on ufuq.erasure
      for each row execute function ufuq.note_erasure()`,
    sql`create index erasure_entry on ufuq.erasure (entry)`,
  ],
};
