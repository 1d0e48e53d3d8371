import { basename, extname } from 'node:path';
import { eachPosition } from '../../geo/geometry-positions.ts';
import { structureFault } from '../../geo/geometry-structure.ts';
import { checkedRecord } from '../checked-record.ts';
import { identifier } from '../geojson/feature.ts';
import { type GeometryColumns, geometryColumns, geometryOfRow } from '../geometry-columns.ts';
import { idColumnIn } from '../id-column.ts';
import type {
  ReadProblem,
  Source,
  SourceCrs,
  SourceField,
  SourceLayer,
  SourceOptions,
  SourceRecord,
} from '../source.ts';
import { TypeInference } from '../type-inference.ts';
import { type CsvRow, csvRows } from './rows.ts';
import { TextColumn, typedCell } from './text-types.ts';

const sampleSize = 50_000;

interface Table {
  readonly names: readonly string[];
  /** Place of each column by its name. */
  readonly places: ReadonlyMap<string, number>;
  readonly fields: readonly SourceField[];
  readonly geometry: GeometryColumns | undefined;
  readonly layer: SourceLayer;
}

/** CSV whose place is in longitude/latitude, x/y or a WKT column, with types found by looking at the cells. */
export function openCsv(options: SourceOptions): Source {
  let progress = 0;
  let table: Promise<Table> | undefined;
  const rows = () => csvRows(options, (share) => (progress = share));
  const survey = () => (table ??= surveyed(rows(), options));
  return {
    format: 'csv',
    layers: async () => [(await survey()).layer],
    async *records() {
      const found = await survey();
      let row = 0;
      let isHeader = true;
      for await (const batch of rows()) {
        const data = isHeader ? batch.slice(1) : batch;
        isHeader = false;
        yield data.map((cells) => toRecord(found, cells, ++row));
      }
    },
    progress: () => progress,
    close: async () => {},
  };
}

async function surveyed(rows: AsyncIterable<CsvRow[]>, options: SourceOptions): Promise<Table> {
  const file = options.name ?? options.path;
  const name = basename(file, extname(file));
  let names: string[] | undefined;
  let geometry: GeometryColumns | undefined;
  let columns: TextColumn[] = [];
  const place = new PlaceSample();
  let count = 0;
  let isSampled = false;
  for await (const batch of rows) {
    for (const cells of batch) {
      if (!names) {
        names = headerNames(cells);
        columns = names.map(() => new TextColumn());
        geometry = geometryColumns(names);
        continue;
      }
      count++;
      for (let i = 0; i < columns.length; i++) columns[i]!.observe(cells[i] ?? null);
      if (geometry) place.observe(geometry, names, cells);
    }
    if (count >= sampleSize) {
      isSampled = true;
      break;
    }
  }
  names ??= [];
  const all = names.map((field, i): SourceField => {
    const type = options.fieldTypes?.[field] ?? columns[i]!.type;
    return type === 'array'
      ? { name: field, type, items: columns[i]!.items ?? 'string' }
      : { name: field, type };
  });
  const fields = all.filter((field) => geometry?.kind !== 'text' || field.name !== geometry.column);
  const crs = place.crs(geometry);
  const idField = idColumnIn(names);
  const layer: SourceLayer = {
    name,
    fields,
    geometry: geometry ? (place.kinds.geometry() ?? 'Geometry') : null,
    ...(crs ? { crs } : {}),
    ...(idField ? { idField } : {}),
    ...(isSampled ? { isSampled } : { featureCount: count }),
    ...(geometry && !crs
      ? { warnings: [{ code: 'crs-missing', severity: 'warning', params: { part: 'CSV', file: name } }] }
      : {}),
  };
  return { names, places: new Map(names.map((field, i) => [field, i])), fields, geometry, layer };
}

function headerNames(cells: CsvRow): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = (cell ?? '').trim() || `column_${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  });
}

/** What the sampled places tell: their kinds, the system that EWKT names, whether they can be degrees. */
class PlaceSample {
  readonly kinds = new TypeInference();
  #srid: number | undefined;
  #areDegrees = true;

  observe(columns: GeometryColumns, names: readonly string[], cells: CsvRow): void {
    const { geometry, srid } = geometryOfRow(columns, 0, (name) => cells[names.indexOf(name)]);
    if (!geometry || structureFault(geometry)) return;
    this.#srid ??= srid;
    this.kinds.observe({}, geometry);
    eachPosition(geometry, ([x, y]) => {
      if (Math.abs(x!) > 180 || Math.abs(y!) > 90) this.#areDegrees = false;
    });
  }

  crs(columns: GeometryColumns | undefined): SourceCrs | undefined {
    if (!columns) return undefined;
    if (this.#srid !== undefined) return { epsg: this.#srid };
    if (columns.kind === 'xy' && columns.isDegrees) return { epsg: 4326 };
    return this.#areDegrees ? { epsg: 4326 } : undefined;
  }
}

function toRecord(table: Table, cells: CsvRow, row: number): SourceRecord {
  const problems: ReadProblem[] = [];
  const { names, places, fields } = table;
  if (cells.length !== names.length) {
    const code = cells.length < names.length ? 'columns-missing' : 'columns-too-many';
    problems.push({ row, code, severity: 'error', params: { count: cells.length, expected: names.length } });
  }
  const properties: Record<string, unknown> = {};
  for (const { name, type } of fields) {
    const text = cells[places.get(name)!] ?? null;
    const value = typedCell(text, type);
    if (value === undefined) {
      problems.push({
        row,
        code: 'value-not-of-type',
        severity: 'error',
        params: { field: name, value: text!.slice(0, 60), type },
      });
      properties[name] = text;
    } else properties[name] = value;
  }
  const found = table.geometry
    ? geometryOfRow(table.geometry, row, (name) => cells[places.get(name)!])
    : { geometry: null };
  if (found.problem) problems.push(found.problem);
  return checkedRecord(
    row,
    identifier(properties[table.layer.idField ?? '']),
    properties,
    found.geometry,
    problems.length > 0 ? problems : undefined,
  );
}
