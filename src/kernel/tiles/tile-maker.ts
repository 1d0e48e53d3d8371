import type { Caller } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { TileFrame } from '../geo/grid/tile-frame.ts';
import { writeTile } from '../geo/mvt/layer-writer.ts';
import type { Position } from '../log/entry.ts';
import type { AnsweredBy } from '../query/answered-by.ts';
import { momentOf } from '../query/position.ts';
import type { Question } from '../query/question.ts';
import type { Field } from '../register/declaration.ts';
import type { Register, Registry } from '../register/register.ts';
import { colourField, importanceField } from './layer-fields.ts';
import { drawLayer, type LayerReport } from './tile-layer.ts';
import type { TileSource } from './tile-source.ts';

/** Bytes of a tile at most, before compression. */
export const tileBudgetBytes = 500_000;
const wholeLimit = 10_000;
const cells = 256;

/** What a tile is asked for: one question for each of its layers. */
export interface TileRequest extends Pick<Question, 'filter' | 'datetime' | 'asOf'> {
  readonly registers: readonly string[];
  readonly caller: Caller;
  readonly frame: TileFrame;
  /** Properties to carry; all that the caller may see by default. Ids come always. */
  readonly properties?: readonly string[] | undefined;
  /** Position of the log that the tile is drawn at; its head by default. */
  readonly position?: Position | undefined;
  /** Milliseconds of "now"; the clock's by default. */
  readonly now?: number | undefined;
}

export interface DrawnTile {
  readonly bytes: Uint8Array;
  readonly reports: readonly LayerReport[];
  /** Who gave the records of each layer, and how long it took to find and draw them. */
  readonly answeredBy: readonly AnsweredBy[];
}

export interface TileMakerOptions {
  readonly database: Database;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly source: TileSource;
}

/** Draws vector tiles of registers at two times, for one caller's eyes. */
export class TileMaker {
  readonly #options: TileMakerOptions;

  constructor(options: TileMakerOptions) {
    this.#options = options;
  }

  /** @throws {Problem} `register-not-found`; {FilterError} where a filter does not fit the register. */
  async draw(request: TileRequest): Promise<DrawnTile> {
    const { registry } = this.#options;
    const subjects = request.registers.map((id) => registry.require(id));
    const views = subjects.map((register) => narrow(register, request.caller));
    const drawn = [];
    for (const [index, register] of subjects.entries()) {
      if (register.geometry === null || request.frame.box === undefined) continue;
      const budget = Math.floor(tileBudgetBytes / subjects.length);
      drawn.push(await this.#layer(request, register, views[index]!, request.frame.box, budget));
    }
    return {
      bytes: writeTile(drawn.map(({ layer }) => layer)),
      reports: drawn.map(({ report }) => report),
      answeredBy: drawn.map(({ answeredBy }) => answeredBy),
    };
  }

  async #layer(
    request: TileRequest,
    register: Register,
    view: View,
    box: NonNullable<TileFrame['box']>,
    budgetBytes: number,
  ) {
    const { database, clock, source } = this.#options;
    const moment = await momentOf(database, register, request, {
      now: request.now ?? clock().getTime(),
      position: request.position,
    });
    const groupBy = colourField(register, view);
    const question = {
      register,
      view,
      moment,
      filter: request.filter,
      box,
      fields: fieldsOf(view, request.properties, groupBy),
      wholeLimit,
      cells,
      groupBy,
      importance: importanceField(register, view),
    };
    const start = performance.now();
    return await source.contents(question, (contents, from) => {
      const drawn = drawLayer(request.frame, question, contents, budgetBytes);
      return { ...drawn, answeredBy: { ...from, milliseconds: performance.now() - start } };
    });
  }
}

function fieldsOf(view: View, names: readonly string[] | undefined, groupBy: Field | undefined) {
  if (names === undefined) return view.fields;
  return view.fields.filter((field) => names.includes(field.name) || field === groupBy);
}
