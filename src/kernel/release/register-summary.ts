import { type Bbox, bboxOf, bboxUnion } from '../geo/bbox.ts';
import type { ManifestRegister, ManifestSource } from './manifest.ts';
import type { RecordLine } from './record-line.ts';

/** Sources beyond this many are counted as one that is not named. */
const mostSources = 200;

/** Gathers what a manifest says of a register's records while they pass. */
export class RegisterSummary {
  records = 0;
  withheld = 0;
  #bbox: Bbox | undefined;
  #first: number | undefined;
  #last = 0;
  #from: string | null | undefined;
  #to: string | null | undefined;
  readonly #sources = new Map<string, { label: string | null; source: string | null; records: number }>();

  add({ geometry, properties, log }: RecordLine, isWhole: boolean): void {
    this.records++;
    if (!isWhole) this.withheld++;
    if (geometry) this.#bbox = bboxUnion(this.#bbox, bboxOf(geometry));
    this.#first ??= log.position;
    this.#last = log.position;
    const { from, to } = log.valid;
    if (this.#from === undefined || this.#from !== null) this.#from = lesser(this.#from, from);
    if (this.#to === undefined || this.#to !== null) this.#to = greater(this.#to, to);
    this.#addSource(text(properties.label), text(properties.source));
  }

  #addSource(label: string | null, source: string | null): void {
    if (label === null && source === null) return;
    const key = JSON.stringify([label, source]);
    const known = this.#sources.get(key);
    if (known) known.records++;
    else if (this.#sources.size < mostSources) this.#sources.set(key, { label, source, records: 1 });
    else {
      const rest = this.#sources.get('') ?? { label: null, source: null, records: 0 };
      rest.records++;
      this.#sources.set('', rest);
    }
  }

  get facts(): Pick<ManifestRegister, 'records' | 'withheld' | 'entries' | 'bbox' | 'interval' | 'sources'> {
    const { records, withheld } = this;
    const sources: ManifestSource[] = [...this.#sources.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, source]) => source);
    return {
      records,
      withheld,
      entries: this.#first === undefined ? null : { first: this.#first, last: this.#last },
      bbox: this.#bbox ?? null,
      interval: records === 0 ? null : [this.#from ?? null, this.#to ?? null],
      sources,
    };
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);

function lesser(a: string | undefined | null, b: string | null): string | null {
  if (b === null || a === null) return null;
  return a === undefined || Date.parse(b) < Date.parse(a) ? b : a;
}

function greater(a: string | undefined | null, b: string | null): string | null {
  if (b === null || a === null) return null;
  return a === undefined || Date.parse(b) > Date.parse(a) ? b : a;
}
