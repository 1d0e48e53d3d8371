/**
 * The definition itself, as naive as it can be: a list of what was said, and the latest that covers an instant wins.
 * It knows nothing of tables, rows or SQL; what the program answers is held against it.
 */

/** How a register's valid time is found; `dated` reads it off the fields `start` and `end`. */
export type Kind = 'open' | 'dated' | 'event' | 'always';

export interface Properties {
  readonly value?: number | null;
  readonly group?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
}

export interface Operation {
  readonly verb: 'create' | 'replace' | 'update' | 'retire';
  readonly record: string;
  readonly properties: Properties;
  readonly valid?: { readonly from: number; readonly to: number };
}

export interface Said {
  readonly position: number;
  readonly recordedAt: number;
  readonly record: string;
  readonly from: number;
  readonly to: number;
  readonly body: Properties | null;
}

/** What a record was during a stretch of time, all of it said by one entry. */
export interface Version {
  readonly said: Said;
  readonly from: number;
  readonly to: number;
}

export interface Asked {
  /** Closed, milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly position: number;
}

const eternity = 8e15;
const dayMs = 86_400_000;

export class NaiveHistory {
  private all: Said[] = [];
  readonly kind: Kind;

  constructor(kind: Kind) {
    this.kind = kind;
  }

  get said(): readonly Said[] {
    return this.all;
  }

  /** Does a batch; false, and nothing is said, where one of its operations cannot be done. */
  batch(operations: readonly Operation[], next: number, now: number): boolean {
    const before = this.all;
    this.all = [...before];
    for (const operation of operations)
      if (!this.apply(operation, next + this.all.length - before.length, now)) {
        this.all = before;
        return false;
      }
    return true;
  }

  /** Versions of a record as known at a position, in the order of time. */
  versions(record: string, position: number): readonly Version[] {
    const known = this.all.filter((said) => said.record === record && said.position <= position);
    const bounds = [...new Set([-eternity, ...known.flatMap(({ from, to }) => [from, to])])].sort(
      (a, b) => a - b,
    );
    const versions: Version[] = [];
    for (const [index, from] of bounds.entries()) {
      const to = bounds[index + 1] ?? Number.POSITIVE_INFINITY;
      const instant = Math.max(from, -eternity);
      const said = known.findLast((each) => each.from <= instant && instant < each.to);
      if (from === Number.NEGATIVE_INFINITY || !said?.body) continue;
      const last = versions.at(-1);
      if (last?.said === said && last.to === from) versions[versions.length - 1] = { ...last, to };
      else versions.push({ said, from: from === -eternity ? Number.NEGATIVE_INFINITY : from, to });
    }
    return versions;
  }

  /** The version of a record that answers a question: the latest that held at any time of it. */
  answer(record: string, { from, to, position }: Asked): Version | undefined {
    return this.versions(record, position).findLast((version) => version.from <= to && version.to > from);
  }

  /** Whether it is not known that the version held yet. */
  isUndated(version: Version, { from, to, position }: Asked): boolean {
    const isEver = from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY;
    const isOpen = (version.said.body?.start ?? null) === null && version.from === Number.NEGATIVE_INFINITY;
    if (isEver || !isOpen || this.kind === 'open' || this.kind === 'always') return false;
    if (this.kind === 'event') return true;
    return to < version.to - 1 && to < this.firstRecorded(version.said.record, position);
  }

  /** When something was first said of a record, as far as is known at a position. */
  private firstRecorded(record: string, position: number): number {
    return this.all.find((said) => said.record === record && said.position <= position)!.recordedAt;
  }

  private apply({ verb, record, properties, valid }: Operation, next: number, now: number): boolean {
    const rows = this.versions(record, Number.POSITIVE_INFINITY);
    const say = (from: number, to: number, body: Properties | null) =>
      this.all.push({ position: next + added++, recordedAt: now, record, from, to, body });
    let added = 0;
    if (verb === 'create' && rows.length > 0) return false;
    if (verb === 'update' && rows.length === 0) return false;
    const ever = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    const isState = this.kind === 'open' || this.kind === 'dated';
    const byDefault = isState ? { from: now, to: ever.to } : ever;
    if (verb === 'retire') {
      const { from, to } = valid ?? byDefault;
      if (!rows.some((row) => row.from < to && row.to > from)) return false;
      say(from, to, null);
      return true;
    }
    const base = verb === 'update' ? standing(rows, valid?.from ?? now) : undefined;
    const body = { ...base?.said.body, ...properties };
    const own = valid ?? this.stated(body);
    if (own && own.from >= own.to) return false;
    const { from, to } = own ?? (rows.length === 0 ? ever : base ? within(base, byDefault) : byDefault);
    const isWhole = !valid && this.stated(body) !== undefined;
    if (isWhole && rows.some((row) => row.from < from || row.to > to)) say(ever.from, ever.to, null);
    say(from, to, body);
    return true;
  }

  /** The time that the fields state, where the register reads it off them. */
  private stated({ start, end }: Properties): { from: number; to: number } | undefined {
    const from = start ? Date.parse(start) : Number.NEGATIVE_INFINITY;
    if (this.kind === 'event') return { from, to: start ? from + dayMs : Number.POSITIVE_INFINITY };
    if (this.kind !== 'dated') return undefined;
    return { from, to: end ? Date.parse(end) : Number.POSITIVE_INFINITY };
  }
}

/** The version at an instant, else the latest. */
function standing(rows: readonly Version[], instant: number): Version | undefined {
  return rows.find(({ from, to }) => from <= instant && instant < to) ?? rows.at(-1);
}

function within(base: Version, { from, to }: { from: number; to: number }) {
  return base.to > from ? { from: Math.max(base.from, from), to: base.to } : { from, to };
}
