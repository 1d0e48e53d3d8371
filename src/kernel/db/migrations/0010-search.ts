import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/** What entries say in words, folded, so that records are found by them whatever the script; derived from the log. */
export const search: Migration = {
  number: 10,
  name: 'search',
  statements: [
    // Similar words, for queries with a typing error.
    sql`create extension if not exists pg_trgm`,
    // One row an entry, never changed: which rows of a register's table stand for it decides what an answer shows.
    // words: what everybody may find; all_words: with restricted fields, where the register has some.
    sql`create table ufuq.search_text (
      entry bigint primary key,
      register integer not null,
      record text collate "C" not null,
      words tsvector not null,
      all_words tsvector
    )`,
    sql`create index search_text_words on ufuq.search_text using gin (words)`,
    sql`create index search_text_all_words on ufuq.search_text using gin (all_words) where all_words is not null`,
    sql`create table ufuq.search_word (word text collate "C" primary key)`,
    sql`create index search_word_like on ufuq.search_word using gin (word gin_trgm_ops)`,
    // How far the log is indexed, and by which fields each register was.
    sql`create table ufuq.search_state (
      "only" boolean primary key default true check ("only"),
      position bigint not null
    )`,
    sql`insert into ufuq.search_state (position) values (0)`,
    sql`create table ufuq.search_register (
      register integer primary key,
      fields text not null
    )`,
    // What is erased from the log is erased here, with the words that nothing else says.
    sql`create function ufuq.forget_words() returns trigger language plpgsql as $$
      declare gone text[];
      begin
        delete from ufuq.search_text where entry = new.position
          returning tsvector_to_array(words) into gone;
        delete from ufuq.search_word w where w.word = any(gone)
          and not exists (select 1 from ufuq.search_text s where s.words @@ (quote_literal(w.word))::tsquery);
        return null;
      end $$`,
    sql`create trigger entry_forgotten after update of body on ufuq.entry
      for each row when (old.body is not null and new.body is null) execute function ufuq.forget_words()`,
  ],
};
