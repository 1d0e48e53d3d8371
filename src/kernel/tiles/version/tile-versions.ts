import sql from 'sql-template-tag';
import type { View } from '../../access/narrow.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { GridBox } from '../../geo/grid/tile-matrix-set.ts';
import type { Position } from '../../log/entry.ts';
import type { Register, Registry } from '../../register/register.ts';
import { RegisterVersions, type Touches } from './register-versions.ts';
import { allTouches, laterTouches } from './touches.ts';

/** Entries of a register since the last look above which everything is read anew. */
const mostToCatchUp = 200_000;

/** State of a register's tiles as one caller sees them, at one position of the log. */
export interface VersionsAt {
  /** Position that tiles are drawn at, so that their bytes are what their version says. */
  readonly position: Position;
  readonly versions: RegisterVersions;
}

/** Where the log ends, and where a register last changed. */
export interface Heads {
  readonly head: Position;
  readonly last: Position;
}

/** Touches that lie ready somewhere, up to a position; `source` is another one where they have been packed anew. */
export interface ReadyTouches {
  readonly source: object;
  readonly position: Position;
  /** How far whoever has them follows the log; without it the database is asked. */
  readonly reached?: Heads;
  /** Undefined where they turn out to be broken. */
  touches(): readonly Touches[] | undefined;
}

/** Where touches of a register lie ready for a view; undefined where they do not. */
export type TouchesAtHand = (register: Register, view: View) => ReadyTouches | undefined;

interface Held {
  readonly register: Register;
  /** What the versions were read from, where that was not the database. */
  source: object | undefined;
  versions: Promise<RegisterVersions>;
}

/**
 * Versions of the tiles of every register, from memory. The first question of a register takes what lies ready, or reads the
 * boxes of its rows; later ones ask
 * for no more than the head of the log, and for the entries since, if there are any.
 */
export class TileVersions {
  readonly #database: Database;
  readonly #registry: Registry;
  readonly #clock: Clock;
  readonly #atHand: TouchesAtHand;
  readonly #held = new Map<string, Held>();

  constructor(options: {
    readonly database: Database;
    readonly registry: Registry;
    readonly clock: Clock;
    readonly atHand?: TouchesAtHand | undefined;
  }) {
    this.#database = options.database;
    this.#registry = options.registry;
    this.#clock = options.clock;
    this.#atHand = options.atHand ?? (() => undefined);
  }

  /** Versions of a register up to everything committed before the call, or up to where the copies in memory are. */
  async at(register: Register, view: View): Promise<VersionsAt> {
    const key = `${register.id} ${view.rows ?? ''}`;
    const ready = this.#atHand(register, view);
    const { head, last } = ready?.reached ?? (await this.#heads(register.id));
    let held = this.#held.get(key);
    const isNewer = ready !== undefined && ready.source !== held?.source;
    if (!held || held.register !== register || isNewer) {
      const versions = this.#taken(ready) ?? this.#read(register, view, head);
      held = { register, source: ready?.source, versions };
      this.#held.set(key, held);
    }
    held.versions = this.#catchUp(held, view, last, head);
    held.versions.catch(() => this.#held.delete(key));
    const versions = await held.versions;
    return { position: versions.position, versions };
  }

  async #heads(id: string): Promise<Heads> {
    const [row] = await this.#database.query<{ head: number; last: number }>(sql`
      select h.position as head, coalesce(r.last_change, 0) as last
      from ufuq.head h left join ufuq.register r on r.id = ${id}`);
    return { head: Number(row!.head), last: Number(row!.last) };
  }

  async #read(register: Register, view: View, head: Position): Promise<RegisterVersions> {
    const touches = await allTouches(this.#database, register, view, head);
    return new RegisterVersions([touches], head, this.#clock().getTime());
  }

  /** What lies ready may reflect more than the head that was read a moment ago: then so do the versions. */
  #taken(ready: ReadyTouches | undefined): Promise<RegisterVersions> | undefined {
    const touches = ready?.touches();
    return (
      touches && Promise.resolve(new RegisterVersions(touches, ready!.position, this.#clock().getTime()))
    );
  }

  /** One after another: whoever comes while the log is being read waits for that, and then looks again. */
  async #catchUp(held: Held, view: View, last: Position, head: Position): Promise<RegisterVersions> {
    const { register } = held;
    const versions = await held.versions;
    if (head <= versions.position) return versions;
    if (last <= versions.position) {
      versions.position = head;
      return versions;
    }
    if (last - versions.position > mostToCatchUp) return this.#read(register, view, head);
    const subject = { register, number: this.#registry.numberOf(register.id), view };
    const touches = await laterTouches(this.#database, subject, versions.position, head);
    versions.add(touches, head);
    return versions;
  }
}

/** What makes a tile's bytes what they are beside its address: the version of each of its layers. */
export function versionOf(
  { versions, position }: VersionsAt,
  box: GridBox,
  times: { readonly asOf?: Position | undefined; readonly now?: number | undefined },
): string {
  // Others may have taken in later entries meanwhile.
  const entry = versions.lastEntry(box, Math.min(times.asOf ?? position, position));
  const bound = times.now === undefined ? undefined : versions.lastBound(box, times.now);
  return bound === undefined ? String(entry) : `${entry}-${bound.toString(36)}`;
}
