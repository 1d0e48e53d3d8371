import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/** Where in the log each register was changed, so that its feed need not read what others wrote; and webhooks. */
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
    // A transaction may write several batches, so what is noted follows the batches and not the registers that they touch.
    sql`create function ufuq.note_changes() returns trigger language plpgsql as $$
      begin
        insert into ufuq.register_change (register, position)
          select distinct e.register, b.last from made b join ufuq.entry e on e.position between b.first and b.last
          where e.register > 0 on conflict do nothing;
        return null;
      end $$`,
    sql`create trigger changes_noted after insert on ufuq.batch referencing new table as made
      for each statement execute function ufuq.note_changes()`,
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
    // Whoever is told of changes by a POST to their URL. The log is the queue: "cursor" says how far each was told.
    sql`create table ufuq.webhook (
      id text collate "C" primary key,
      title text not null,
      target text not null,
      registers text[],
      filter text,
      filter_lang text,
      bbox float8[],
      types text[],
      audience text not null check (audience in ('public', 'administrator')),
      origin text not null,
      secret text not null,
      former_secret text,
      former_until timestamptz,
      max_attempts integer not null,
      on_dead_letter text not null check (on_dead_letter in ('skip', 'pause')),
      state text not null check (state in ('active', 'paused', 'gone')),
      reason text,
      cursor bigint not null,
      paused_at bigint,
      attempts integer not null default 0,
      next_attempt_at timestamptz not null default now(),
      last_attempt_at timestamptz,
      last_success_at timestamptz,
      last_failure text,
      last_status integer,
      lease_owner text,
      lease_until timestamptz,
      created_at timestamptz not null,
      created_by text not null
    )`,
    sql`create table ufuq.dead_letter (
      webhook text collate "C" not null references ufuq.webhook on delete cascade,
      position bigint not null,
      attempts integer not null,
      failure text not null,
      status integer,
      excerpt text,
      died_at timestamptz not null,
      state text not null check (state in ('waiting', 'queued', 'delivered', 'dismissed')),
      settled_at timestamptz,
      settled_by text,
      settled_reason text,
      primary key (webhook, position)
    )`,
  ],
};
