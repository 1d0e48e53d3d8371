import type { Position } from '../../log/entry.ts';
import { type Touch, type TouchBox, TouchTree } from './touch-tree.ts';
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

  constructor(touches: Iterable<Touch>, until: number) {
    this.packedUntil = until;
    const all = [...touches];
    this.packed = new TouchTree().with(all.filter(({ number }) => number <= until));
    this.coming = inOrder(all.filter(({ number }) => number > until));
  }

  add(touches: Iterable<Touch>): void {
    const before = this.coming.length;
    for (const touch of touches) (touch.number <= this.packedUntil ? this.loose : this.coming).push(touch);
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

function inOrder(touches: readonly Touch[]): Touch[] {
  return touches.toSorted((a, b) => a.number - b.number);
}

/** A row touches its box when it becomes known and when it ceases to be. */
function* touchesAfter({ boxes, knownFrom, knownTo }: Touches, after: Position): Iterable<Touch> {
  for (let i = 0; i < knownFrom.length; i++) {
    const box = boxAt(boxes, i);
    if (knownFrom[i]! > after) yield { box, number: knownFrom[i]! };
    if (Number.isFinite(knownTo[i]!) && knownTo[i]! > after) yield { box, number: knownTo[i]! };
  }
}

function* boundsOf({ boxes, validFrom, validTo }: Touches): Iterable<Touch> {
  for (let i = 0; i < validFrom.length; i++) {
    for (const number of [validFrom[i]!, validTo[i]!])
      if (Number.isFinite(number)) yield { box: boxAt(boxes, i), number };
  }
}

function boxAt(boxes: Float32Array, i: number): TouchBox {
  return [boxes[i * 4]!, boxes[i * 4 + 1]!, boxes[i * 4 + 2]!, boxes[i * 4 + 3]!];
}

function meets(a: TouchBox, b: TouchBox): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
