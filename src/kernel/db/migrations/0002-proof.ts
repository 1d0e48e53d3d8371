import sql from 'sql-template-tag';
import type { Migration } from '../migration.ts';

/** What proves the log: salts and commitments, tiles of the Merkle tree, checkpoints, keys, witnesses, erasures. */
export const proof: Migration = {
  number: 2,
  name: 'proof',
  statements: [
    // Names of registers by their numbers, for good: a leaf names its register, and registers can be dropped.
    sql`create table ufuq.register_name (number integer primary key, id text collate "C" not null)`,
    sql`insert into ufuq.register_name (number, id) select number, id from ufuq.register`,
    sql`create function ufuq.keep_register_name() returns trigger language plpgsql as $$
      begin
        insert into ufuq.register_name (number, id) values (new.number, new.id) on conflict do nothing;
        return null;
      end $$`,
    sql`create trigger keep_name after insert on ufuq.register
      for each row execute function ufuq.keep_register_name()`,
    // 256 entries a row, so that a million of them cost four thousand rows: salts of 16 bytes (zeros once erased),
    // commitments of 32.
    sql`create table ufuq.leaf_block (block bigint primary key, salts bytea not null, commitments bytea not null)`,
    // Hashes of the tree in tiles of 256; the last one of a level may be partial.
    sql`create table ufuq.tile (
      level smallint not null, number bigint not null, hashes bytea not null, primary key (level, number)
    )`,
    sql`alter table ufuq.leaf_block alter salts set storage external, alter commitments set storage external`,
    sql`alter table ufuq.tile alter hashes set storage external`,
    sql`create table ufuq.log_origin (
      "only" boolean primary key default true check ("only"), origin text not null
    )`,
    sql`create table ufuq.log_key (vkey text primary key, valid_from timestamptz not null, valid_to timestamptz)`,
    sql`create table ufuq.checkpoint (
      size bigint primary key, root bytea not null, made_at timestamptz not null, note text not null
    )`,
    sql`create table ufuq.witness (vkey text primary key, added_at timestamptz not null)`,
    sql`create table ufuq.cosignature (
      size bigint not null references ufuq.checkpoint, vkey text not null references ufuq.witness,
      line text not null, received_at timestamptz not null, primary key (size, vkey)
    )`,
    // entry: position of the entry that says of the erasure that it was made.
    sql`create table ufuq.erasure (
      position bigint primary key, entry bigint not null, erased_at timestamptz not null,
      actor text not null, legal_basis text not null, reason text not null
    )`,
  ],
};
