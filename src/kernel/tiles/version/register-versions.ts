import { coveringBox, type PackedTree } from '../../geo/packed-tree.ts';
import type { Position } from '../../log/entry.ts';
import { type Dated, type DatedBox, DatedTree, type Dates } from './dated-tree.ts';

/** Boxes that are looked through one by one before they are packed into a tree. */
const mostLoose = 20_000;

/** What changed what a map shows: for rows under a tree, when each became and ceased to be known, and to hold. */
export interface Touches {
  readonly tree: PackedTree;
  readonly knownFrom: Dates;
  /** Infinite for rows that are still known; undefined where all are. */
  readonly knownTo?: Dates | undefined;
  /** Milliseconds; infinite where open, undefined where all are. */
  readonly validFrom?: Float64Array | undefined;
  readonly validTo?: Float64Array | undefined;
}

/** When what one register shows in a box last changed: by an entry, or because time passed a bound of validity. */
export class RegisterVersions {
  /** Position up to which the log is taken in. */
  position: Position;
  private readonly entries = new DatedBoxes(Number.POSITIVE_INFINITY);
  private readonly bounds: DatedBoxes;
  private covered: DatedBox | undefined;

  /** @param now milliseconds; bounds up to here are packed, later ones wait for their time */
  constructor(touches: readonly Touches[], position: Position, now: number) {
    this.position = position;
    this.bounds = new DatedBoxes(now);
    for (const { tree, knownFrom, knownTo, validFrom, validTo } of touches) {
      this.covered = around(this.covered, coveringBox(tree.levels.at(-1)!));
      for (const dates of [knownFrom, knownTo]) if (dates) this.entries.take(new DatedTree(tree, dates));
      for (const dates of [validFrom, validTo]) if (dates) this.bounds.take(new DatedTree(tree, dates, now));
    }
  }

  /** Takes in what later entries did, up to a position. */
  add({ tree, knownFrom, knownTo, validFrom, validTo }: Touches, position: Position): void {
    this.covered = around(this.covered, coveringBox(tree.levels.at(-1)!));
    for (const dates of [knownFrom, knownTo])
      if (dates) this.entries.add(new DatedTree(tree, dates).after(this.position));
    for (const dates of [validFrom, validTo])
      if (dates) this.bounds.add(new DatedTree(tree, dates).after(Number.NEGATIVE_INFINITY));
    this.position = position;
  }

  /** Position of the last entry, `asOf` at most, that touched the box; 0 where none did. */
  lastEntry(box: DatedBox, asOf: Position = Infinity): Position {
    return Math.max(this.entries.latest(box, asOf), 0);
  }

  /** Box around everything that was ever shown; undefined where nothing was. */
  get reach(): DatedBox | undefined {
    return this.covered;
  }

  /** Milliseconds of the last bound of validity in the box that `now` has passed; undefined where there is none. */
  lastBound(box: DatedBox, now: number): number | undefined {
    const found = this.bounds.latest(box, now);
    return Number.isFinite(found) ? found : undefined;
  }
}

/** Packed trees of what is past, a short list of what came since, and what is still to come in its order. */
class DatedBoxes {
  private readonly packed: DatedTree[] = [];
  private loose: Dated[] = [];
  private coming: Dated[] = [];
  private readonly packedUntil: number;

  constructor(until: number) {
    this.packedUntil = until;
  }

  /** Takes a tree as it is; its dates that are still to come are noted. */
  take(tree: DatedTree): void {
    this.packed.push(tree);
    this.await(tree.after(this.packedUntil));
  }

  add(dated: Iterable<Dated>): void {
    const coming: Dated[] = [];
    for (const each of dated) (each.number <= this.packedUntil ? this.loose : coming).push(each);
    this.await(coming);
    if (this.loose.length > mostLoose) this.pack();
  }

  latest(box: DatedBox, most: number): number {
    let found = Number.NEGATIVE_INFINITY;
    for (const tree of this.packed) found = tree.latest(box, most, found);
    for (const { box: other, number } of this.loose)
      if (number > found && number <= most && meets(other, box)) found = number;
    for (const { box: other, number } of this.coming) {
      if (number > most) break;
      if (number > found && meets(other, box)) found = number;
    }
    return found;
  }

  private await(dated: Iterable<Dated>): void {
    const more = [...dated];
    if (more.length > 0) this.coming = [...this.coming, ...more].sort((a, b) => a.number - b.number);
  }

  /** Trees double in size from the last to the first, so that there are few of them and each box is packed a few times. */
  private pack(): void {
    let dated = this.loose;
    for (let last = this.packed.at(-1); last && last.size < dated.length * 2; last = this.packed.at(-1)) {
      const past = [...last.after(Number.NEGATIVE_INFINITY)].filter(
        ({ number }) => number <= this.packedUntil,
      );
      dated = [...past, ...dated];
      this.packed.pop();
    }
    this.packed.push(DatedTree.of(dated));
    this.loose = [];
  }
}

function around(a: DatedBox | undefined, b: DatedBox | undefined): DatedBox | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function meets(a: DatedBox, b: DatedBox): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
