import sql, { raw } from 'sql-template-tag';
import type { View } from '../../access/narrow.ts';
import type { Queryable } from '../../db/database.ts';
import type { Position } from '../../log/entry.ts';
import { rowCondition } from '../../query/selection.ts';
import { stillKnown, systemColumns as system, tableOf } from '../../register/columns.ts';
import type { Register } from '../../register/register.ts';

/** What changed what a map shows: for each row its box, when it became and ceased to be known, and to hold. */
export interface Touches {
  /** `[west, south, east, north, …]`, rounded outwards. */
  readonly boxes: Float32Array;
  readonly knownFrom: Float64Array;
  /** Infinite for rows that are still known. */
  readonly knownTo: Float64Array;
  /** Milliseconds; infinite where open. */
  readonly validFrom: Float64Array;
  readonly validTo: Float64Array;
}

const rowBytes = 48;
/** Positions of the log that one statement covers. */
const stepPositions = 250_000;

const box = (side: string) => `ST_${side}(box2d(t.${system.geometry})::box3d)::float8`;
const milliseconds = (column: string) => `float8send((extract(epoch from t.${column}) * 1000)::float8)`;

/** A row as bytes, so that a million of them travel in a second: four singles, two positions, two instants. */
const packed = raw(
  [
    `float4send((${box('XMin')} - 1e-5)::float4)`,
    `float4send((${box('YMin')} - 1e-5)::float4)`,
    `float4send((${box('XMax')} + 1e-5)::float4)`,
    `float4send((${box('YMax')} + 1e-5)::float4)`,
    `int8send(t.${system.knownFrom})`,
    `int8send(t.${system.knownTo})`,
    milliseconds(system.validFrom),
    milliseconds(system.validTo),
  ].join(' || '),
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
        and t.${raw(system.geometry)} is not null and not ST_IsEmpty(t.${raw(system.geometry)}) and ${rowCondition(register, view)}`);
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
      and t.${raw(system.geometry)} is not null
      and not ST_IsEmpty(t.${raw(system.geometry)}) and ${rowCondition(register.register, register.view)}`);
  return unpack(row?.bytes ? [row.bytes] : [], head);
}

function unpack(chunks: readonly Uint8Array[], head: Position): Touches {
  const count = chunks.reduce((sum, { length }) => sum + length, 0) / rowBytes;
  const touches = {
    boxes: new Float32Array(count * 4),
    knownFrom: new Float64Array(count),
    knownTo: new Float64Array(count),
    validFrom: new Float64Array(count),
    validTo: new Float64Array(count),
  };
  let i = 0;
  for (const bytes of chunks) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; at += rowBytes, i++) {
      for (let side = 0; side < 4; side++) touches.boxes[i * 4 + side] = view.getFloat32(at + side * 4);
      const until = Number(view.getBigInt64(at + 24));
      touches.knownFrom[i] = Number(view.getBigInt64(at + 16));
      // What a statement saw of later writes is for the next reading.
      touches.knownTo[i] = until === stillKnown || until > head ? Infinity : until;
      touches.validFrom[i] = view.getFloat64(at + 32);
      touches.validTo[i] = view.getFloat64(at + 40);
    }
  }
  return touches;
}
