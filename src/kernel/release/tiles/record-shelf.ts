import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import Flatbush from 'flatbush';
import type { SinkRecord } from '../../formats/sink.ts';
import { bboxOf } from '../../geo/bbox.ts';
import { type ShapeKind, shapeKind } from '../../geo/shape/path-buffer.ts';
import { encodeWkb } from '../../geo/wkb.ts';
import type { PlainRecord } from '../../tiles/tile-records.ts';

const kinds: Readonly<Record<string, ShapeKind>> = {
  Point: shapeKind.point,
  MultiPoint: shapeKind.point,
  LineString: shapeKind.line,
  MultiLineString: shapeKind.line,
  Polygon: shapeKind.polygon,
  MultiPolygon: shapeKind.polygon,
  GeometryCollection: shapeKind.polygon,
};

const writeBuffer = 1 << 20;

/**
 * Records with a place, laid down in a file and found by their boxes: about eighty bytes a record are kept in memory,
 * whatever the records say.
 */
export class RecordShelf {
  readonly #file: number;
  /** West, south, east, north of each record. */
  #boxes = new Float64Array(4 * 1024);
  #offsets = new Float64Array(1024);
  #kinds = new Uint8Array(1024);
  readonly groups: (string | null)[] = [];
  #held: Buffer[] = [];
  #heldBytes = 0;
  #end = 0;
  #index: Flatbush | undefined;
  count = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w+', 0o600);
  }

  /** Lays down a record; one without a place is passed over. `group` is the value that its map is coloured by. */
  add({ id, geometry, properties }: SinkRecord, group: string | null): void {
    const box = geometry && bboxOf(geometry);
    if (!geometry || !box) return;
    if (this.count === this.#offsets.length) this.#grow();
    this.#boxes.set(box, this.count * 4);
    this.#offsets[this.count] = this.#end;
    this.#kinds[this.count] = kinds[geometry.type]!;
    this.groups.push(group);
    this.count++;
    const wkb = encodeWkb(geometry);
    const said = Buffer.from(JSON.stringify({ id, properties }));
    const head = Buffer.alloc(8);
    head.writeUInt32LE(wkb.length, 0);
    head.writeUInt32LE(said.length, 4);
    this.#held.push(head, Buffer.from(wkb), said);
    const length = 8 + wkb.length + said.length;
    this.#heldBytes += length;
    this.#end += length;
    if (this.#heldBytes > writeBuffer) this.#flush();
  }

  /** Ends laying down; from now on records are found. */
  seal(): void {
    this.#flush();
    if (this.count === 0) return;
    const index = new Flatbush(this.count);
    for (let i = 0; i < this.count; i++) {
      const [west, south, east, north] = this.boxOf(i);
      index.add(west, south, east, north);
    }
    index.finish();
    this.#index = index;
  }

  /** Numbers of the records whose boxes meet a box, ascending. */
  within([west, south, east, north]: readonly [number, number, number, number]): number[] {
    return this.#index?.search(west, south, east, north).sort((a, b) => a - b) ?? [];
  }

  boxOf(index: number): [number, number, number, number] {
    const at = index * 4;
    return [this.#boxes[at]!, this.#boxes[at + 1]!, this.#boxes[at + 2]!, this.#boxes[at + 3]!];
  }

  /** Box around all of them. */
  get bounds(): [number, number, number, number] | undefined {
    const index = this.#index;
    return index && [index.minX, index.minY, index.maxX, index.maxY];
  }

  kindOf(index: number): ShapeKind {
    return this.#kinds[index] as ShapeKind;
  }

  record(index: number): PlainRecord {
    const offset = this.#offsets[index]!;
    const end = index + 1 < this.count ? this.#offsets[index + 1]! : this.#end;
    const bytes = Buffer.alloc(end - offset);
    readSync(this.#file, bytes, 0, bytes.length, offset);
    const wkbEnd = 8 + bytes.readUInt32LE(0);
    const said = JSON.parse(bytes.toString('utf8', wkbEnd)) as Omit<PlainRecord, 'wkb'>;
    return { ...said, wkb: bytes.subarray(8, wkbEnd) };
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#held.length > 0) writeSync(this.#file, Buffer.concat(this.#held));
    this.#held = [];
    this.#heldBytes = 0;
  }

  #grow(): void {
    const length = this.#offsets.length * 2;
    const grown = <T extends Float64Array | Uint8Array>(from: T, into: T): T => {
      into.set(from as never);
      return into;
    };
    this.#boxes = grown(this.#boxes, new Float64Array(4 * length));
    this.#offsets = grown(this.#offsets, new Float64Array(length));
    this.#kinds = grown(this.#kinds, new Uint8Array(length));
  }
}
