import type { SourceField } from '../source.ts';
import { normalDate, normalTimestamp } from '../time-values.ts';
import { TypeInference } from '../type-inference.ts';
import type { Database } from './sqlite-file.ts';

/** A column of a feature table with the value that its declared type stands for (GeoPackage 1.4, table 1). */
export interface GeoPackageColumn extends SourceField {
  read(value: unknown): unknown;
}

export interface TableColumns {
  readonly primaryKey: string | undefined;
  readonly columns: readonly GeoPackageColumn[];
}

/** Columns of a table or view without its primary key and geometry. */
export function tableColumns(
  database: Database,
  table: string,
  geometryColumn: string | undefined,
): TableColumns {
  const json = jsonColumns(database, table);
  let primaryKey: string | undefined;
  const columns: GeoPackageColumn[] = [];
  for (const row of database.all(`PRAGMA table_info(${quoted(table)})`)) {
    const { name, type, pk } = row as { name: string; type: string; pk: number };
    if (pk === 1 && /INT/i.test(type) && primaryKey === undefined) primaryKey = name;
    else if (name !== geometryColumn)
      columns.push(json.has(name) ? jsonColumn(database, table, name) : column(name, type));
  }
  return { primaryKey, columns };
}

/** An identifier of SQL; a NUL cannot be in one. */
export function quoted(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

function jsonColumns(database: Database, table: string): Set<string> {
  const has = database.get("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_data_columns'");
  if (!has) return new Set();
  const rows = database.all(
    "SELECT column_name FROM gpkg_data_columns WHERE table_name = ? AND mime_type = 'application/json'",
    [table],
  );
  return new Set(rows.map((row) => String((row as { column_name: unknown }).column_name)));
}

function jsonColumn(database: Database, table: string, name: string): GeoPackageColumn {
  const read = (value: unknown) => {
    if (typeof value !== 'string') return number(value);
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  };
  const inference = new TypeInference();
  const sql = `SELECT ${quoted(name)} AS value FROM ${quoted(table)} WHERE ${quoted(name)} IS NOT NULL LIMIT 200`;
  for (const row of database.all(sql))
    inference.observe({ [name]: read((row as { value: unknown }).value) }, null);
  const found = inference.fields()[0];
  const isMixed = found !== undefined && found.type !== 'object' && found.type !== 'array';
  const field: SourceField = found?.type === 'array' ? found : { name, type: isMixed ? 'string' : 'object' };
  return { ...field, read };
}

function column(name: string, declared: string): GeoPackageColumn {
  const type = declared.toUpperCase().replace(/\s*\(.*$/, '');
  if (type === 'BOOLEAN') return { name, type: 'boolean', read: truth };
  if (type === 'DATE')
    return { name, type: 'date', read: (value) => (typeof value === 'string' ? normalDate(value) : value) };
  if (type === 'DATETIME' || type === 'TIMESTAMP') {
    return {
      name,
      type: 'timestamp',
      read: (value) => (typeof value === 'string' ? normalTimestamp(value) : value),
    };
  }
  if (/^(TINYINT|SMALLINT|MEDIUMINT|INT|INTEGER|BIGINT)$/.test(type))
    return { name, type: 'integer', read: number };
  if (/^(FLOAT|DOUBLE|REAL|NUMERIC|DECIMAL|DOUBLE PRECISION)$/.test(type))
    return { name, type: 'number', read: number };
  return { name, type: 'string', read: text };
}

function truth(value: unknown): unknown {
  return value === 0 || value === 1 ? value === 1 : number(value);
}

function number(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

function text(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
}
