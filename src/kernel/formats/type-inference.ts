import type { Geometry } from 'geojson';
import type { Field, GeometryKind } from '../register/declaration.ts';
import type { SourceField } from './source.ts';

/** Finds what a column holds by looking at its values, for files that carry no schema. */
export class TypeInference {
  readonly #columns = new Map<string, Column>();
  readonly #kinds = new Set<string>();
  /** Numbers written with a decimal point are real even where all of them are whole. */
  readonly #real = new Set<string>();

  /** Columns that exist whatever the records say. */
  declare(names: readonly string[]): void {
    for (const name of names) this.#column(name);
  }

  observe(properties: Readonly<Record<string, unknown>>, geometry: Geometry | null): void {
    for (const name in properties) this.#column(name).observe(properties[name]);
    if (geometry) this.#kinds.add(geometry.type);
  }

  /** Looks at the JSON text of a record for numbers with a decimal point, which parsing forgets. */
  observeText(text: string): void {
    for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*-?\d+(?:\.\d|[eE])/g))
      this.#real.add(match[1]!);
  }

  #column(name: string): Column {
    let column = this.#columns.get(name);
    if (!column) this.#columns.set(name, (column = new Column()));
    return column;
  }

  fields(): SourceField[] {
    return [...this.#columns].map(([name, column]) => {
      const type = column.type();
      if (type === 'integer' && this.#real.has(name)) return { name, type: 'number' };
      return type === 'array' ? { name, type, items: column.itemType() } : { name, type };
    });
  }

  /** Kind that all geometries share, a Multi kind that includes them, `Geometry` for a mixture, null for none. */
  geometry(): GeometryKind | null {
    const kinds = [...this.#kinds];
    if (kinds.length === 0) return null;
    if (kinds.length === 1) return kinds[0] as GeometryKind;
    const stems = new Set(kinds.map((kind) => kind.replace('Multi', '')));
    return stems.size === 1 ? (`Multi${[...stems][0]}` as GeometryKind) : 'Geometry';
  }
}

class Column {
  #text = 0;
  #whole = 0;
  #real = 0;
  #truth = 0;
  #date = 0;
  #timestamp = 0;
  #object = 0;
  #array = 0;
  #items: Column | undefined;

  observe(value: unknown): void {
    switch (typeof value) {
      case 'string':
        if (isDate(value)) this.#date++;
        else if (isTimestamp(value)) this.#timestamp++;
        else this.#text++;
        break;
      case 'number':
        if (Number.isSafeInteger(value)) this.#whole++;
        else this.#real++;
        break;
      case 'boolean':
        this.#truth++;
        break;
      case 'object':
        if (Array.isArray(value)) {
          this.#array++;
          this.#items ??= new Column();
          for (const item of value) this.#items.observe(item);
        } else if (value !== null) this.#object++;
        break;
    }
  }

  type(): Field['type'] {
    const found: Field['type'][] = [];
    if (this.#text > 0) found.push('string');
    if (this.#whole + this.#real > 0) found.push(this.#real > 0 ? 'number' : 'integer');
    if (this.#truth > 0) found.push('boolean');
    if (this.#date > 0) found.push('date');
    if (this.#timestamp > 0) found.push('timestamp');
    if (this.#object > 0) found.push('object');
    if (this.#array > 0) found.push('array');
    return found.length === 1 ? found[0]! : 'string';
  }

  itemType(): NonNullable<Field['items']> {
    const type = this.#items?.type() ?? 'string';
    return type === 'object' || type === 'array' || type === 'localized' ? 'string' : type;
  }
}

/** `2024-02-29`, a day that exists. */
export function isDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  return isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

const timestampForm =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;

/** RFC 3339 timestamp; seconds and zone may be missing, as GDAL and spreadsheets leave them. */
export function isTimestamp(text: string): boolean {
  if (text.length < 16 || text.length > 40) return false;
  const match = timestampForm.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
