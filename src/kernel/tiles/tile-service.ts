import { createHash } from 'node:crypto';
import type { Caller } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { GridBox } from '../geo/grid/tile-matrix-set.ts';
import type { Position } from '../log/entry.ts';
import { perObject } from '../memo.ts';
import { lastErasure, positionOf } from '../query/position.ts';
import type { Register } from '../register/register.ts';
import type { Services } from '../services.ts';
import { SqlTileSource } from './sql-tile-source.ts';
import { TileCache } from './tile-cache.ts';
import { type DrawnTile, TileMaker, type TileRequest } from './tile-maker.ts';
import type { TileSource } from './tile-source.ts';
import { TileVersions, type TouchesAtHand, versionOf } from './version/tile-versions.ts';

/** Counts up when the same records would be drawn as other bytes by a newer program. */
const drawing = 3;

/** A tile that is known well enough to say whether a client has it already, and is drawn only if it has not. */
export interface PreparedTile {
  /**
   * What the tile is, in characters that an entity tag may have: another version, other bytes. Undefined while the
   * versions of a large register are still being read.
   */
  readonly version: string | undefined;
  /** Box around everything that its registers ever showed the caller; undefined where they showed nothing. */
  readonly reach: GridBox | undefined;
  draw(): Promise<GivenTile>;
}

export interface GivenTile extends DrawnTile {
  /** Whether it had been drawn before. */
  readonly isKept: boolean;
}

export type TileDemand = Omit<TileRequest, 'position' | 'now'>;

export interface TileServiceOptions {
  readonly source?: TileSource;
  /** Touches that need not be read from the database. */
  readonly atHand?: TouchesAtHand | undefined;
  /** How long a tile waits for versions that are read for the first time. */
  readonly patienceMs?: number;
}

/** Tiles of the registers: versions and finished tiles from memory, the rest from a source. */
export class TileService {
  readonly #services: Pick<Services, 'database' | 'registry' | 'clock'>;
  readonly #maker: TileMaker;
  readonly #versions: TileVersions;
  readonly #cache = new TileCache();

  readonly #patienceMs: number;

  constructor(
    services: Pick<Services, 'database' | 'registry' | 'clock'>,
    { source, patienceMs = 1000, atHand }: TileServiceOptions = {},
  ) {
    this.#services = services;
    this.#patienceMs = patienceMs;
    this.#maker = new TileMaker({ ...services, source: source ?? new SqlTileSource(services.database) });
    this.#versions = new TileVersions({ ...services, atHand });
  }

  /** @throws {Problem} `register-not-found`, also where the caller may not know of it. */
  async prepare(demand: TileDemand): Promise<PreparedTile> {
    const { registry, database, clock } = this.#services;
    const subjects = demand.registers.map((id) => registry.require(id));
    const views = subjects.map((register) => narrow(register, demand.caller));
    const now = clock().getTime();
    const asOf = demand.asOf === undefined ? undefined : await positionOf(database, demand.asOf);
    const parts: string[] = [];
    let reach: GridBox | undefined;
    let position: Position = Number.MAX_SAFE_INTEGER;
    for (const [index, register] of subjects.entries()) {
      const at = await this.#soon(this.#versions.at(register, views[index]!));
      if (!at)
        return this.#withoutVersion({ ...demand, now, ...(asOf === undefined ? {} : { position: asOf }) });
      position = Math.min(position, at.position);
      reach = around(reach, at.versions.reach);
      const isAboutNow = demand.datetime === undefined && register.validTime.kind !== 'event';
      const times = { asOf, now: isAboutNow ? now : undefined };
      if (demand.frame.box) parts.push(versionOf(at, demand.frame.box, times));
    }
    // What was erased is gone from tiles of the past as well, without an entry of the register.
    if (asOf !== undefined) parts.push(`e${await lastErasure(database)}`);
    const shape = subjects.map((register, index) => shapeOf(register, views[index]!)).join('');
    const version = `${parts.join('.')}.${hash(shape)}`;
    const request: TileRequest = {
      ...demand,
      now,
      position: asOf === undefined ? position : Math.min(asOf, position),
    };
    return {
      version,
      reach,
      draw: async () => {
        let isKept = true;
        const tile = await this.#cache.get(`${version} ${keyOf(demand)}`, () => {
          isKept = false;
          return this.#maker.draw(request);
        });
        return { ...tile, isKept };
      },
    };
  }

  /** The answer, unless it takes longer than a person would wait for a tile. */
  async #soon<T>(answer: Promise<T>): Promise<T | undefined> {
    if (!Number.isFinite(this.#patienceMs)) return answer;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.#patienceMs);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #withoutVersion(request: TileRequest): PreparedTile {
    return {
      version: undefined,
      reach: undefined,
      draw: async () => ({ ...(await this.#maker.draw(request)), isKept: false }),
    };
  }

  /** Box around everything that registers ever showed this caller; undefined while or where that is not known. */
  async reach(registers: readonly Register[], caller: Caller): Promise<GridBox | undefined> {
    let box: GridBox | undefined;
    for (const register of registers) {
      const at = await this.#soon(this.#versions.at(register, narrow(register, caller)));
      if (!at) return undefined;
      box = around(box, at.versions.reach);
    }
    return box;
  }
}

const textOf = perObject((register: Register) => JSON.stringify(register));

/** Everything of a declaration and a view that shows in bytes. */
function shapeOf(register: Register, view: View): string {
  return `${drawing} ${textOf(register)} ${view.rows ?? ''} ${view.fields.map(({ name }) => name)}`;
}

function around(a: GridBox | undefined, b: GridBox | undefined): GridBox | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}

function keyOf({ frame, registers, caller, filter, datetime, asOf, properties }: TileDemand): string {
  const { grid, address } = frame;
  return JSON.stringify([grid.id, address, registers, caller.kind, filter, datetime, asOf, properties]);
}
