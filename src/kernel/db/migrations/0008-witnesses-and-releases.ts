import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/** Where witnesses are asked and how that went; releases, and the differences between two of them. */
export const witnessesAndReleases: Migration = {
  number: 8,
  name: 'witnesses-and-releases',
  statements: [
    // url: submission prefix of C2SP tlog-witness; null for a witness that brings its lines itself.
    sql`alter table ufuq.witness add url text, add failures integer not null default 0,
      add tried_at timestamptz, add complaint text`,
    // id: SHA-256 of the manifest; question: canonical JSON of what was asked for, so that it is made once.
    sql`create table ufuq.release (
      id text primary key, question text not null unique, position bigint not null, registers text[] not null,
      records bigint not null, bytes bigint not null, manifest text not null, note text not null,
      checkpoint text not null, made_at timestamptz not null, made_by text not null,
      withdrawn_at timestamptz, withdrawn_by text, withdrawn_reason text
    )`,
    sql`create index release_made_at on ufuq.release (made_at desc, id)`,
    // manifest: what the file says, by register; its note signs the manifest's hash.
    sql`create table ufuq.release_delta (
      older text not null references ufuq.release, newer text not null references ufuq.release,
      manifest text not null, note text not null, made_at timestamptz not null, primary key (older, newer)
    )`,
  ],
};
