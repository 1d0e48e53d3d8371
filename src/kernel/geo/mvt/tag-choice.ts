import type { TagNames } from './tags.ts';

/** Numbers that a layer has for the names of packed tags: not numbered yet, or not wanted. */
export const unknown = -1;
export const unwanted = -2;

/** What is told of a name's values: none is looked for among those that stand, or every one. */
export const apart = 0;
export const shared = -1;
/** A name whose first so many values are all different is taken for one that tells records apart. */
const trial = 512;

/** Values that a layer has at most. */
export const mostValues = 1 << 22;
/** By the place of a numbered value: the base of the choice that met it last, plus the value's number in its layer. */
let known = new Uint32Array(1 << 16);
let nextBase = mostValues;

/**
 * Which of the packed tags of features a layer takes, what it calls them, and whose values it looks for among those that
 * stand. All that follows from the features one after another, so that the layer has the same bytes whether their values
 * are numbered or not. Good for one layer.
 */
export class TagChoice {
  readonly names: readonly string[];
  /** By the number of a name: its number in the layer, `unknown` or `unwanted`. */
  readonly numbers: Int32Array;
  /** By the number of a name: `apart`, `shared`, or how many more values have to be new until they stand apart. */
  readonly untried: Int32Array;
  /** By the number of a name: where its values stand in `known`; -1 where they have no numbers. */
  readonly places: Int32Array;
  readonly known: Uint32Array;
  /** What is less in `known`, or more by `mostValues`, other choices left there. */
  readonly base: number;

  /** @param distinct name whose values are all different, as is known beforehand */
  constructor({ list, counts }: TagNames, isWanted: (name: string) => boolean, distinct?: string) {
    this.names = list;
    this.numbers = Int32Array.from(list, (name) => (isWanted(name) ? unknown : unwanted));
    this.untried = Int32Array.from(list, (name) => (name === distinct ? apart : trial));
    let size = 0;
    this.places = Int32Array.from(list, (_, number) => {
      const count = counts[number] ?? 0;
      size += count;
      return count === 0 ? -1 : size - count;
    });
    if (known.length < size) known = new Uint32Array(size);
    if (nextBase > 2 ** 32 - mostValues) {
      known.fill(0);
      nextBase = mostValues;
    }
    this.known = known;
    this.base = nextBase;
    nextBase += mostValues;
  }
}
