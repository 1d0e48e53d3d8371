import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/** The log, its batches, the head that orders writers, and the registers that stand. */
export const logAndRegisters: Migration = {
  number: 1,
  name: 'log-and-registers',
  statements: [
    sql`create extension if not exists postgis`,
    // Tables of registers, made at run time.
    sql`create schema if not exists register`,
    // One row: position of the last entry. Its row lock orders writers, so positions have no gaps and follow commits.
    sql`create table ufuq.head (
      "only" boolean primary key default true check ("only"),
      position bigint not null
    )`,
    sql`insert into ufuq.head (position) values (0)`,
    // A batch is one atomic write: entries first..last, recorded at one instant by one actor for one cause.
    sql`create table ufuq.batch (
      last bigint primary key,
      first bigint not null,
      recorded_at timestamptz not null,
      actor text not null,
      legal_basis text,
      cause text not null
    )`,
    sql`create index batch_recorded_at on ufuq.batch (recorded_at)`,
    // body: canonical JSON (RFC 8785) of {"geometry","properties"}; null says "is absent".
    sql`create table ufuq.entry (
      position bigint primary key,
      register integer not null,
      record text collate "C" not null,
      valid_from timestamptz not null,
      valid_to timestamptz not null,
      body text
    )`,
    sql`create index entry_record on ufuq.entry (record, register)`,
    sql`create table ufuq.register (
      number integer generated always as identity primary key,
      id text collate "C" not null unique,
      origin text not null check (origin in ('code', 'run-time')),
      definition jsonb not null,
      last_change bigint not null default 0
    )`,
  ],
};
