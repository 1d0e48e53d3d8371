import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { saltLength } from './leaf.ts';
import { hashLength } from './merkle-hash.ts';
import { tileWidth } from './tile-address.ts';

/** Salt and commitment of one entry, as they are stored. */
export interface Seal {
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
}

const blockOf = (position: Position) => Math.floor((position - 1) / tileWidth);
const placeOf = (position: Position) => (position - 1) % tileWidth;

/** Appends the seals of the entries that follow `after`; those of a block that is begun already are added to it. */
export async function appendSeals(tx: Queryable, after: Position, seals: readonly Seal[]): Promise<void> {
  const blocks: number[] = [];
  const salts: Uint8Array[] = [];
  const commitments: Uint8Array[] = [];
  for (let at = 0; at < seals.length; ) {
    const position = after + 1 + at;
    const part = seals.slice(at, at + tileWidth - placeOf(position));
    blocks.push(blockOf(position));
    salts.push(Buffer.concat(part.map(({ salt }) => salt)));
    commitments.push(Buffer.concat(part.map(({ commitment }) => commitment)));
    at += part.length;
  }
  await tx.query(sql`
    insert into ufuq.leaf_block as b (block, salts, commitments)
    select * from unnest(${blocks}::bigint[], ${salts}::bytea[], ${commitments}::bytea[])
    on conflict (block) do update
      set salts = b.salts || excluded.salts, commitments = b.commitments || excluded.commitments`);
}

/** Seals of the entries after a position up to and with another; undefined where one is missing. */
export async function sealsOf(
  db: Queryable,
  { after, upTo }: { readonly after: Position; readonly upTo: Position },
): Promise<(position: Position) => Seal | undefined> {
  return sealsIn(
    await db.query<BlockRow>(sql`
      select block, salts, commitments from ufuq.leaf_block
      where block between ${blockOf(after + 1)}::bigint and ${blockOf(upTo)}::bigint`),
  );
}

/** Seals of the entries at some positions; undefined where one is missing. */
export async function sealsAt(
  db: Queryable,
  positions: readonly Position[],
): Promise<(position: Position) => Seal | undefined> {
  const blocks = [...new Set(positions.map(blockOf))];
  return sealsIn(
    await db.query<BlockRow>(sql`
      select block, salts, commitments from ufuq.leaf_block where block = any(${blocks}::bigint[])`),
  );
}

interface BlockRow {
  readonly block: number;
  readonly salts: Uint8Array;
  readonly commitments: Uint8Array;
}

function sealsIn(rows: readonly BlockRow[]): (position: Position) => Seal | undefined {
  const blocks = new Map(rows.map((row) => [Number(row.block), row]));
  return (position) => {
    const block = blocks.get(blockOf(position));
    const place = placeOf(position);
    const salt = block?.salts.subarray(place * saltLength, (place + 1) * saltLength);
    const commitment = block?.commitments.subarray(place * hashLength, (place + 1) * hashLength);
    return salt?.length === saltLength && commitment?.length === hashLength
      ? { salt, commitment }
      : undefined;
  };
}

/** Overwrites the salt of an entry with zeros; its commitment stays. */
export async function eraseSalt(tx: Queryable, position: Position): Promise<void> {
  await tx.query(sql`
    update ufuq.leaf_block
    set salts = overlay(salts placing ${new Uint8Array(saltLength)}::bytea from ${placeOf(position) * saltLength + 1}::int)
    where block = ${blockOf(position)}::bigint`);
}
