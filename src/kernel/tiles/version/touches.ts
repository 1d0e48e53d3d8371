import sql, { raw, type Sql } from 'sql-template-tag';
import type { View } from '../../access/narrow.ts';
import type { Queryable } from '../../db/database.ts';
import { hilbertOrder } from '../../geo/hilbert-order.ts';
import { setOutward } from '../../geo/outward-box.ts';
import { PackedTree } from '../../geo/packed-tree.ts';
import type { Position } from '../../log/entry.ts';
import { rowCondition } from '../../query/selection.ts';
import { stillKnown, systemColumns as system, tableOf } from '../../register/columns.ts';
import type { Register } from '../../register/register.ts';
import type { Touches } from './register-versions.ts';

const rowBytes = 64;
/** Positions of the log that one statement covers. */
const stepPositions = 250_000;

const box = (side: string) => `ST_${side}(box2d(t.${system.geometry})::box3d)::float8`;
const milliseconds = (column: string) => `(extract(epoch from t.${column}) * 1000)::float8`;

/** Columns of what a row touches: the sides of its box, two positions, two instants; the table is called `t`. */
export const touchColumns: readonly string[] = [
  box('XMin'),
  box('YMin'),
  box('XMax'),
  box('YMax'),
  `t.${system.knownFrom}`,
  `t.${system.knownTo}`,
  milliseconds(system.validFrom),
  milliseconds(system.validTo),
];

/** Rows of the table `t` that have a place, as far as the caller may see them. */
export function touching(register: Register, view: View): Sql {
  const geometry = raw(`t.${system.geometry}`);
  return sql`${geometry} is not null and not ST_IsEmpty(${geometry}) and ${rowCondition(register, view)}`;
}

/** A row as bytes, so that a million of them travel in a second. */
const packed = raw(
  touchColumns
    .map((column, i) => (i === 4 || i === 5 ? `int8send(${column})` : `float8send(${column})`))
    .join(' || '),
);

/** All touches of a register up to a position, as far as the caller may see the rows. */
export async function allTouches(
  db: Queryable,
  register: Register,
  view: View,
  head: Position,
): Promise<Touches> {
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < head; from += stepPositions) {
    const [row] = await db.query<{ bytes: Uint8Array | null }>(sql`
      select string_agg(${packed}, ''::bytea) as bytes from ${raw(tableOf(register.id))} t
      where t.${raw(system.born)} > ${from}::bigint and t.${raw(system.born)} <= ${from + stepPositions}::bigint
        and ${touching(register, view)}`);
    if (row?.bytes) chunks.push(row.bytes);
  }
  return unpack(chunks, head);
}

/** Touches by the entries after one position up to another. */
export async function laterTouches(
  db: Queryable,
  register: { readonly register: Register; readonly number: number; readonly view: View },
  after: Position,
  head: Position,
): Promise<Touches> {
  const [row] = await db.query<{ bytes: Uint8Array | null }>(sql`
    select string_agg(${packed}, ''::bytea) as bytes from ${raw(tableOf(register.register.id))} t
    where t.${raw(system.record)} in (
        select e.record from ufuq.entry e
        where e.position > ${after}::bigint and e.position <= ${head}::bigint and e.register = ${register.number})
      and (t.${raw(system.knownFrom)} > ${after}::bigint
        or (t.${raw(system.knownTo)} > ${after}::bigint and t.${raw(system.knownTo)} <= ${head}::bigint))
      and ${touching(register.register, register.view)}`);
  return unpack(row?.bytes ? [row.bytes] : [], head);
}

function unpack(chunks: readonly Uint8Array[], head: Position): Touches {
  const count = chunks.reduce((sum, { length }) => sum + length, 0) / rowBytes;
  const boxes = new Float32Array(count * 4);
  const known = { from: new Float64Array(count), to: new Float64Array(count) };
  const valid = { from: new Float64Array(count), to: new Float64Array(count) };
  let i = 0;
  for (const bytes of chunks) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; at += rowBytes, i++) {
      const [west, south] = [view.getFloat64(at), view.getFloat64(at + 8)];
      setOutward(boxes, i, west, south, view.getFloat64(at + 16), view.getFloat64(at + 24));
      const until = Number(view.getBigInt64(at + 40));
      known.from[i] = Number(view.getBigInt64(at + 32));
      // What a statement saw of later writes is for the next reading.
      known.to[i] = until === stillKnown || until > head ? Number.POSITIVE_INFINITY : until;
      valid.from[i] = view.getFloat64(at + 48);
      valid.to[i] = view.getFloat64(at + 56);
    }
  }
  return underTree(boxes, known, valid);
}

type Bounds = { readonly from: Float64Array; readonly to: Float64Array };

/** Rows in any order, brought into that of a tree; dates that none has are left out. */
function underTree(boxes: Float32Array, known: Bounds, valid: Bounds): Touches {
  const order = hilbertOrder(boxes);
  const sorted = new Float32Array(boxes.length);
  for (let to = 0; to < order.length; to++)
    for (let side = 0; side < 4; side++) sorted[to * 4 + side] = boxes[order[to]! * 4 + side]!;
  const ordered = (dates: Float64Array) => Float64Array.from(order, (from) => dates[from]!);
  const dated = (dates: Float64Array) => (dates.some(Number.isFinite) ? ordered(dates) : undefined);
  return {
    tree: new PackedTree(sorted),
    knownFrom: ordered(known.from),
    knownTo: dated(known.to),
    validFrom: dated(valid.from),
    validTo: dated(valid.to),
  };
}
