import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { ShapeKind } from '../geo/shape/path-buffer.ts';
import { hexToWkb } from '../geo/wkb.ts';
import { selects } from '../query/selection.ts';
import { columnOf, identifier, systemColumns as system, tableOf } from '../register/columns.ts';
import { propertyColumn } from '../register/row.ts';
import { CellCounter } from './cell-counter.ts';
import { PlainRecords, type TileRecords } from './tile-records.ts';
import {
  importantLimit,
  mostCells,
  type TileContents,
  type TileQuestion,
  type TileSource,
  type UseContents,
} from './tile-source.ts';

const geometry = raw(`t.${system.geometry}`);
/** Of the exact box: the one in the geometry's head, which `&&` compares, is rounded. */
const side = (which: 'XMin' | 'YMin' | 'XMax' | 'YMax') => raw(`ST_${which}(t.${system.geometry})`);
const [xMin, yMin, xMax, yMax] = [side('XMin'), side('YMin'), side('XMax'), side('YMax')];

/** Positions above which a geometry is cut to the tile by the database, before it travels. */
const manyPositions = 300;

/** Contents of tiles from the registers' tables. */
export class SqlTileSource implements TileSource {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async contents<T>(question: TileQuestion, use: UseContents<T>): Promise<T> {
    return use(await this.#contents(question), { source: 'sql' });
  }

  async #contents(question: TileQuestion): Promise<TileContents> {
    const table = raw(tableOf(question.register.id));
    const [west, south, east, north] = question.box;
    const box = sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`;
    const { register, view, filter, moment } = question;
    const where = sql`${geometry} && ${box} and ${selects(register, view, filter === undefined ? {} : { filter }, moment)}`;

    const [some] = await this.#database.query<{ n: number }>(sql`
      select count(*)::int8 as n from (select 1 from ${table} t where ${where} limit ${question.wholeLimit + 1}) as found`);
    if (Number(some!.n) <= question.wholeLimit) {
      const records = await this.#records(question, table, box, where);
      return { records, cells: [], matched: records.count };
    }

    const isWhole = await this.#isImportant(question, table, where);
    const sized = await this.#cells(question, table, where, isWhole);
    const total = sized.reduce((sum, { count }) => sum + count, 0);
    const smallClass = smallest(sized, question.wholeLimit);
    const counter = new CellCounter(question.cells);
    let inCells = 0;
    for (const { kind, group, place, count, sizeClass } of sized) {
      if (sizeClass > smallClass) continue;
      counter.countsOf(kind, group)[place]! += count;
      inCells += count;
    }
    const whole = sql`${where} and (${isWhole} or ${sizeClass(question)} > ${smallClass})`;
    const records =
      inCells === total
        ? new PlainRecords([], question.fields)
        : await this.#records(question, table, box, whole);
    return { records, cells: counter.groups(), matched: total };
  }

  /** Condition on the records that come whole however small they are. */
  async #isImportant({ importance }: TileQuestion, table: Sql, where: Sql): Promise<Sql> {
    if (!importance) return sql`false`;
    const value = propertyColumn(importance.name);
    const [next] = await this.#database.query<{ v: number | null }>(sql`
      select ${value}::float8 as v from ${table} t where ${where}
      order by ${value} desc nulls last offset ${importantLimit} limit 1`);
    return next?.v == null ? sql`(${value} is not null)` : sql`coalesce(${value} > ${next.v}::float8, false)`;
  }

  async #records(question: TileQuestion, table: Sql, box: Sql, where: Sql): Promise<TileRecords> {
    const columns = [
      raw(`t.${system.record} as "_r"`),
      sql`case when ST_NPoints(${geometry}) > ${manyPositions} then ST_ClipByBox2D(${geometry}, ${box}) else ${geometry} end as "_g"`,
      ...question.fields.map(({ name }) => identifier(columnOf(name))),
    ];
    const importance = question.importance
      ? sql`${propertyColumn(question.importance.name)} desc nulls last, `
      : sql``;
    const rows = await this.#database.query(sql`
      select ${join(columns)} from ${table} t where ${where}
      order by ${importance}(${xMax} - ${xMin}) + (${yMax} - ${yMin}) desc, t.${raw(system.born)}, t.${raw(system.validFrom)}
      limit ${question.wholeLimit}`);
    const records = rows.map((row) => ({
      id: row._r as string,
      wkb: hexToWkb(row._g as string),
      properties: Object.fromEntries(question.fields.map(({ name }) => [name, row[columnOf(name)] ?? null])),
    }));
    return new PlainRecords(records, question.fields, question.groupBy);
  }

  /** Cells by size class; records that come whole in any case have the class that no cell has. */
  async #cells(question: TileQuestion, table: Sql, where: Sql, isWhole: Sql): Promise<readonly SizedCell[]> {
    const { cells, groupBy } = question;
    const { west, south, width, height } = latticeOf(question);
    const place = (low: Sql, high: Sql, origin: number, size: number) =>
      sql`least(greatest(floor(((${low} + ${high}) / 2 - ${origin}::float8) / ${size}::float8), 0), ${cells - 1})::int`;
    const group = groupBy ? propertyColumn(groupBy.name) : sql`null::text`;
    const rows = await this.#database.query<
      Record<'d' | 'x' | 'y' | 's' | 'n', number> & { g: string | null }
    >(sql`
      select ST_Dimension(${geometry}) + 1 as d, ${place(xMin, xMax, west, width)} as x,
        ${place(yMin, yMax, south, height)} as y, ${group} as g,
        case when ${isWhole} then ${wholeClass} else ${sizeClass(question)} end as s, count(*)::int8 as n
      from ${table} t where ${where} group by 1, 2, 3, 4, 5`);
    return rows.map(({ d, x, y, g, s, n }) => ({
      kind: d as ShapeKind,
      place: y * cells + x,
      group: g,
      count: Number(n),
      sizeClass: s,
    }));
  }
}

interface SizedCell {
  readonly kind: ShapeKind;
  readonly place: number;
  readonly group: string | null;
  readonly count: number;
  readonly sizeClass: number;
}

/** Class of what is larger than `mostCells`. */
const largestClass = Math.log2(mostCells) + 1;
const wholeClass = largestClass + 1;

function latticeOf({ box: [west, south, east, north], cells }: TileQuestion) {
  return { west, south, width: (east - west) / cells, height: (north - south) / cells };
}

/** 0 for less than one cell in both directions, 1 for less than two, 2 for less than four … */
function sizeClass(question: TileQuestion): Sql {
  const { width, height } = latticeOf(question);
  const size = sql`greatest((${xMax} - ${xMin}) / ${width}::float8, (${yMax} - ${yMin}) / ${height}::float8)`;
  return sql`(case when ${size} < 1 then 0 else least(floor(ln(${size}) / ln(2::float8)) + 1, ${largestClass}) end)::int`;
}

/** The least class up to which records have to be counted into cells. */
function smallest(cells: readonly SizedCell[], wholeLimit: number): number {
  for (let most = 0; most < largestClass - 1; most++) {
    const left = cells.reduce((sum, cell) => sum + (cell.sizeClass > most ? cell.count : 0), 0);
    if (left <= wholeLimit) return most;
  }
  return largestClass - 1;
}
