import type { SinkLayer, SinkRecord } from '../sink.ts';
import type { VrtColumn } from './vrt.ts';

/** Workbooks count days from 1900 and have a 29 February in that year: only from the day after on are all dates right. */
const firstDay = '1900-03-01';

type SinkField = SinkLayer['fields'][number];

/** Fields as they are spooled for a workbook: times as the text that they are. */
export function timesAsText(fields: readonly SinkField[]): readonly SinkField[] {
  return fields.map((field) => (isTime(field) ? { ...field, type: 'string' as const } : field));
}

/** Finds the columns whose cells can be dates: one value that a workbook cannot count to makes them all text. */
export class WorkbookTimes {
  readonly #left: Map<string, SinkField['type']>;

  constructor(fields: readonly SinkField[]) {
    this.#left = new Map(fields.filter(isTime).map(({ name, type }) => [name, type]));
  }

  observe(records: readonly SinkRecord[]): void {
    for (const name of this.#left.keys())
      if (records.some(({ properties }) => isEarly(properties[name]))) this.#left.delete(name);
  }

  typed(columns: readonly VrtColumn[]): VrtColumn[] {
    return columns.map((column) => ({ ...column, type: this.#left.get(column.name) ?? column.type }));
  }
}

function isTime({ type }: SinkField): boolean {
  return type === 'date' || type === 'timestamp';
}

function isEarly(value: unknown): boolean {
  return typeof value === 'string' && value < firstDay;
}
