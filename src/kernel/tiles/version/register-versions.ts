import type { Position } from '../../log/entry.ts';
import { type Touch, type TouchBox, type TouchList, TouchTree } from './touch-tree.ts';
import type { Touches } from './touches.ts';

/** Boxes that are looked through one by one before they are packed into the tree. */
const mostLoose = 20_000;

/** When what one register shows in a box last changed: by an entry, or because time passed a bound of validity. */
export class RegisterVersions {
  /** Position up to which the log is taken in. */
  position: Position;
  private readonly entries: DatedBoxes;
  private readonly bounds: DatedBoxes;

  /** @param now milliseconds; bounds up to here are packed, later ones wait for their time */
  constructor(touches: Touches, position: Position, now: number) {
    this.position = position;
    this.entries = new DatedBoxes(touchesAfter(touches, 0), Infinity);
    this.bounds = new DatedBoxes(boundsOf(touches), now);
  }

  /** Takes in what later entries did, up to a position. */
  add(touches: Touches, position: Position): void {
    this.entries.add(touchesAfter(touches, this.position));
    this.bounds.add(boundsOf(touches));
    this.position = position;
  }

  /** Position of the last entry, `asOf` at most, that touched the box; 0 where none did. */
  lastEntry(box: TouchBox, asOf: Position = Infinity): Position {
    return Math.max(this.entries.latest(box, asOf), 0);
  }

  /** Box around everything that was ever shown; undefined where nothing was. */
  get reach(): TouchBox | undefined {
    return this.entries.bounds;
  }

  /** Milliseconds of the last bound of validity in the box that `now` has passed; undefined where there is none. */
  lastBound(box: TouchBox, now: number): number | undefined {
    const found = this.bounds.latest(box, now);
    return Number.isFinite(found) ? found : undefined;
  }
}

/** A packed tree of what is past, a short list of what came since, and what is still to come in its order. */
class DatedBoxes {
  private packed: TouchTree;
  private loose: Touch[] = [];
  private coming: Touch[];
  private readonly packedUntil: number;

  constructor(touches: TouchList, until: number) {
    this.packedUntil = until;
    const isPast = (number: number) => number <= until;
    this.packed = TouchTree.of(chosen(touches, isPast));
    this.coming = inOrder(eachOf(chosen(touches, (number) => !isPast(number))));
  }

  add(touches: TouchList): void {
    const before = this.coming.length;
    for (const touch of eachOf(touches))
      (touch.number <= this.packedUntil ? this.loose : this.coming).push(touch);
    if (this.coming.length > before) this.coming = inOrder(this.coming);
    if (this.loose.length <= mostLoose) return;
    this.packed = this.packed.with(this.loose);
    this.loose = [];
  }

  get bounds(): TouchBox | undefined {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const other of [this.packed.bounds, ...this.loose.map((touch) => touch.box)]) {
      if (other === undefined) continue;
      box[0] = Math.min(box[0], other[0]);
      box[1] = Math.min(box[1], other[1]);
      box[2] = Math.max(box[2], other[2]);
      box[3] = Math.max(box[3], other[3]);
    }
    return box[0] <= box[2] ? box : undefined;
  }

  latest(box: TouchBox, most: number): number {
    let found = this.packed.latest(box, most);
    for (const { box: other, number } of this.loose)
      if (number > found && number <= most && meets(other, box)) found = number;
    for (const { box: other, number } of this.coming) {
      if (number > most) break;
      if (number > found && meets(other, box)) found = number;
    }
    return found;
  }
}

function inOrder(touches: Iterable<Touch>): Touch[] {
  return [...touches].sort((a, b) => a.number - b.number);
}

/** A row touches its box when it becomes known and when it ceases to be. */
function touchesAfter({ boxes, knownFrom, knownTo }: Touches, after: Position): TouchList {
  return dated(boxes, [knownFrom, knownTo], (number) => number > after && Number.isFinite(number));
}

function boundsOf({ boxes, validFrom, validTo }: Touches): TouchList {
  return dated(boxes, [validFrom, validTo], Number.isFinite);
}

/** Each box once for every number of its row that counts. */
function dated(
  boxes: Float32Array,
  columns: readonly Float64Array[],
  counts: (number: number) => boolean,
): TouchList {
  let size = 0;
  for (const column of columns) for (const number of column) if (counts(number)) size++;
  const list = { boxes: new Float32Array(size * 4), numbers: new Float64Array(size) };
  let at = 0;
  for (const column of columns)
    for (let i = 0; i < column.length; i++) {
      if (!counts(column[i]!)) continue;
      for (let side = 0; side < 4; side++) list.boxes[at * 4 + side] = boxes[i * 4 + side]!;
      list.numbers[at++] = column[i]!;
    }
  return list;
}

function chosen({ boxes, numbers }: TouchList, isWanted: (number: number) => boolean): TouchList {
  return dated(boxes, [numbers], isWanted);
}

function* eachOf({ boxes, numbers }: TouchList): Iterable<Touch> {
  for (let i = 0; i < numbers.length; i++) yield { box: boxAt(boxes, i), number: numbers[i]! };
}

function boxAt(boxes: Float32Array, i: number): TouchBox {
  return [boxes[i * 4]!, boxes[i * 4 + 1]!, boxes[i * 4 + 2]!, boxes[i * 4 + 3]!];
}

function meets(a: TouchBox, b: TouchBox): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
