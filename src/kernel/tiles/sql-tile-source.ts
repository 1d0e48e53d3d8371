import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { ShapeKind } from '../geo/shape/path-buffer.ts';
import { hexToWkb } from '../geo/wkb.ts';
import { selects } from '../query/selection.ts';
import { columnOf, identifier, systemColumns as system, tableOf } from '../register/columns.ts';
import { propertyColumn } from '../register/row.ts';
import {
  importantLimit,
  type TileCell,
  type TileContents,
  type TileQuestion,
  type TileRecord,
  type TileSource,
} from './tile-source.ts';

const geometry = raw(`t.${system.geometry}`);
/** The box is read off the geometry's head, without unpacking it. */
const side = (which: 'XMin' | 'YMin' | 'XMax' | 'YMax') =>
  raw(`ST_${which}(box2d(t.${system.geometry})::box3d)`);
const [xMin, yMin, xMax, yMax] = [side('XMin'), side('YMin'), side('XMax'), side('YMax')];

/** Positions above which a geometry is cut to the tile by the database, before it travels. */
const manyPositions = 300;

/** Contents of tiles from the registers' tables. */
export class SqlTileSource implements TileSource {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async contents(question: TileQuestion): Promise<TileContents> {
    const table = raw(tableOf(question.register.id));
    const [west, south, east, north] = question.box;
    const box = sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`;
    const { register, view, filter, moment } = question;
    const where = sql`${geometry} && ${box} and ${selects(register, view, filter === undefined ? {} : { filter }, moment)}`;

    const some = await this.#records(question, table, box, where, question.wholeLimit + 1);
    if (some.length <= question.wholeLimit) return { records: some, cells: [], matched: some.length };

    const width = (east - west) / question.cells;
    const height = (north - south) / question.cells;
    const size = sql`${xMax} - ${xMin} < ${width}::float8 and ${yMax} - ${yMin} < ${height}::float8`;
    const isSmall = sql`(${size} and not ${await this.#isImportant(question, table, where)})`;
    const cells = await this.#cells(question, table, sql`${where} and ${isSmall}`, width, height);
    const [large] = await this.#database.query<{ n: number }>(
      sql`select count(*)::int8 as n from ${table} t where ${where} and not ${isSmall}`,
    );
    const count = Number(large!.n);
    const records =
      count === 0
        ? []
        : await this.#records(question, table, box, sql`${where} and not ${isSmall}`, question.wholeLimit);
    return { records, cells, matched: count + cells.reduce((sum, cell) => sum + cell.count, 0) };
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

  /** Without an order where there are too many, since then nobody looks at them. */
  async #records(
    question: TileQuestion,
    table: Sql,
    box: Sql,
    where: Sql,
    limit: number,
  ): Promise<readonly TileRecord[]> {
    const columns = [
      raw(`t.${system.record} as "_r"`),
      sql`case when ST_NPoints(${geometry}) > ${manyPositions} then ST_ClipByBox2D(${geometry}, ${box}) else ${geometry} end as "_g"`,
      ...question.fields.map(({ name }) => identifier(columnOf(name))),
    ];
    const chosen = sql`
      select t.* from ${table} t where ${where} limit ${question.wholeLimit + 1}`;
    const importance = question.importance
      ? sql`${propertyColumn(question.importance.name)} desc nulls last, `
      : sql``;
    const from = limit > question.wholeLimit ? sql`(${chosen}) t` : sql`${table} t where ${where}`;
    const rows = await this.#database.query(sql`
      select ${join(columns)} from ${from}
      order by ${importance}(${xMax} - ${xMin}) + (${yMax} - ${yMin}) desc, t.${raw(system.born)}, t.${raw(system.validFrom)}
      limit ${limit}`);
    return rows.map((row) => ({
      id: row._r as string,
      wkb: hexToWkb(row._g as string),
      properties: Object.fromEntries(question.fields.map(({ name }) => [name, row[columnOf(name)] ?? null])),
    }));
  }

  async #cells(
    { box: [west, south], cells, groupBy }: TileQuestion,
    table: Sql,
    where: Sql,
    width: number,
    height: number,
  ): Promise<readonly TileCell[]> {
    const place = (low: Sql, high: Sql, origin: number, size: number) =>
      sql`least(greatest(floor(((${low} + ${high}) / 2 - ${origin}::float8) / ${size}::float8), 0), ${cells - 1})::int`;
    const group = groupBy ? propertyColumn(groupBy.name) : sql`null::text`;
    const rows = await this.#database.query<{
      d: number;
      x: number;
      y: number;
      g: string | null;
      n: number;
    }>(sql`
      select ST_Dimension(${geometry}) + 1 as d, ${place(xMin, xMax, west, width)} as x,
        ${place(yMin, yMax, south, height)} as y, ${group} as g, count(*)::int8 as n
      from ${table} t where ${where} group by 1, 2, 3, 4 order by 1, 4, 3, 2`);
    return rows.map(({ d, x, y, g, n }) => ({
      kind: d as ShapeKind,
      column: x,
      row: y,
      group: g,
      count: Number(n),
    }));
  }
}
