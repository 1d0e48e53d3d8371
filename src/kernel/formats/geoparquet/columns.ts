import type { KeyValue, SchemaElement } from 'hyparquet';
import type { SourceField } from '../source.ts';

/** A top-level column of a Parquet file in our terms, with what turns its values into JSON. */
export interface ParquetColumn extends SourceField {
  read(value: unknown): unknown;
}

/** Top-level columns of a Parquet schema, which is a tree written as a flat list. */
export function parquetColumns(
  schema: readonly SchemaElement[],
  metadata: readonly KeyValue[] = [],
): ParquetColumn[] {
  const declared = declaredTypes(metadata);
  const columns: ParquetColumn[] = [];
  let at = 1;
  for (let i = 0; i < (schema[0]?.num_children ?? 0); i++) {
    const element = schema[at]!;
    const size = subtree(schema, at);
    columns.push({
      name: element.name,
      ...columnType(schema.slice(at, at + size)),
      ...declared[element.name],
    });
    at += size;
  }
  return columns;
}

/** Our own files say which JSON columns are arrays or texts in several languages. */
function declaredTypes(
  metadata: readonly KeyValue[],
): Readonly<Record<string, Pick<SourceField, 'type' | 'items'>>> {
  const text = metadata.find(({ key }) => key === 'ufuq:types')?.value;
  if (!text) return {};
  const types = JSON.parse(text) as Record<string, [SourceField['type'], SourceField['items']?]>;
  return Object.fromEntries(
    Object.entries(types).map(([name, [type, items]]) => [name, items ? { type, items } : { type }]),
  );
}

function subtree(schema: readonly SchemaElement[], at: number): number {
  let size = 1;
  for (let i = 0; i < (schema[at]?.num_children ?? 0); i++) size += subtree(schema, at + size);
  return size;
}

function columnType(branch: readonly SchemaElement[]): Omit<ParquetColumn, 'name'> {
  const [element] = branch;
  if (element!.num_children) {
    const isList = element!.converted_type === 'LIST' || element!.logical_type?.type === 'LIST';
    if (!isList) return { type: 'object', read: plain };
    const item = leafType(branch.at(-1)!);
    const isSimple = branch.length === 3 && item !== 'object';
    return { type: 'array', items: isSimple ? (item as SourceField['items']) : 'string', read: plain };
  }
  if (element!.repetition_type === 'REPEATED') {
    return { type: 'array', items: leafType(element!) as SourceField['items'], read: plain };
  }
  return { type: leafType(element!), read: plain };
}

function leafType(element: SchemaElement): SourceField['type'] {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (logical?.type === 'DATE' || converted === 'DATE') return 'date';
  if (logical?.type === 'TIMESTAMP' || converted?.startsWith('TIMESTAMP') || type === 'INT96')
    return 'timestamp';
  if (logical?.type === 'JSON' || converted === 'JSON') return 'object';
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') return 'number';
  if (logical?.type === 'TIME' || converted?.startsWith('TIME_')) return 'string';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'INT32' || type === 'INT64') return 'integer';
  return type === 'FLOAT' || type === 'DOUBLE' ? 'number' : 'string';
}

/** JSON of a Parquet value: big integers become numbers, bytes that are no text become base64. */
export function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Uint8Array) return textOf(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('base64');
  }
}

/** Times as RFC 3339 text with every digit that the file has. */
export const timeParsers = {
  timestampFromMilliseconds: (millis: bigint) => timestamp(millis * 1_000_000n),
  timestampFromMicroseconds: (micros: bigint) => timestamp(micros * 1_000n),
  timestampFromNanoseconds: timestamp,
  dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  geometryFromBytes: (bytes: Uint8Array) => bytes,
  geographyFromBytes: (bytes: Uint8Array) => bytes,
};

function timestamp(nanos: bigint): string {
  const billion = 1_000_000_000n;
  const fraction = ((nanos % billion) + billion) % billion;
  const text = new Date(Number((nanos - fraction) / 1_000_000n)).toISOString().slice(0, 19);
  const digits = fraction === 0n ? '' : `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`;
  return `${text}${digits}Z`;
}
