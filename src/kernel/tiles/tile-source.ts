import type { View } from '../access/narrow.ts';
import type { GridBox } from '../geo/grid/tile-matrix-set.ts';
import type { Source } from '../query/answered-by.ts';
import type { Moment } from '../query/moment.ts';
import type { Cql2Expression } from '../query/tree.ts';
import type { Field } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';
import type { CellGroup } from './cell-counter.ts';
import type { TileRecords } from './tile-records.ts';

/** What one layer of a tile asks of a register; resolved to a moment and to what the caller may see. */
export interface TileQuestion {
  readonly register: Register;
  readonly view: View;
  readonly moment: Moment;
  readonly filter?: Cql2Expression | undefined;
  /** Longitude and latitude; it never crosses the antimeridian. */
  readonly box: GridBox;
  /** Fields whose values come with each record. */
  readonly fields: readonly Field[];
  /** Records given one by one at most; where more meet the box, small ones come as cells. */
  readonly wholeLimit: number;
  /** Cells along each side of the box. */
  readonly cells: number;
  /** Field by whose values cells are told apart. */
  readonly groupBy?: Field | undefined;
  /** Numeric field of which greater values come first; without it larger records come first. */
  readonly importance?: Field | undefined;
}

/** Records that come whole however small they are, where a register says what makes them important. */
export const importantLimit = 1000;

/** A record wider or higher than this many cells is never counted into one. */
export const mostCells = 32;

/**
 * What meets the box of a question (by the box of the record's geometry). Up to `wholeLimit` records come whole, the most
 * important first. Where more meet it, small ones are counted into cells, save the `importantLimit` most important ones
 * (ties at the limit are left out). Small is what is less than S cells wide and high, S being the least of 1, 2, 4 …
 * `mostCells` for which no more than `wholeLimit` records are left; of those the most important come whole.
 */
export interface TileContents {
  readonly records: TileRecords;
  /** Records counted by the middle of their box, those of one kind and group together. */
  readonly cells: readonly CellGroup[];
  /** All records that meet the box. */
  readonly matched: number;
}

/** What is made of the contents, told whom they came from. */
export type UseContents<T> = (contents: TileContents, source: Source) => T;

/** Where tiles come from: the registers' tables, or a copy of them in memory that gives the same contents. */
export interface TileSource {
  /**
   * What `use` makes of the contents. They are good only while it runs: they may lie in a file that others close
   * afterwards. `use` may be called again with the contents of another source, where those of the first were broken.
   */
  contents<T>(question: TileQuestion, use: UseContents<T>): Promise<T>;
}
