import { hilbertOrder, sortedIndexes } from '../geo/hilbert-order.ts';
import { packedTags, TagNames } from '../geo/mvt/tags.ts';
import { floatAbove, floatBelow } from '../geo/outward-box.ts';
import type { Field } from '../register/declaration.ts';
import { tagsOf } from '../tiles/tile-properties.ts';
import { type Column, ColumnBuilder, columnKinds } from './column.ts';
import { Growing } from './growing.ts';
import { hashOf, IdIndex } from './id-index.ts';
import { Lengths } from './lengths.ts';
import type { PackedRow } from './packed-row.ts';
import { SnapshotFileWriter } from './snapshot-file-writer.ts';
import type { SnapshotHead } from './snapshot-head.ts';
import { Spool } from './spool.ts';

/** Takes the rows of a register in the order in which they were born, and writes them as a snapshot. */
export class SnapshotDraft {
  private readonly path: string;
  private readonly features: Spool;
  private readonly shapes: Spool;
  private readonly tags: Spool;
  private readonly featureLengths: Growing<Uint32Array>;
  private readonly shapeLengths: Growing<Uint32Array>;
  private readonly tagLengths: Growing<Uint32Array>;
  private readonly boxes: Growing<Float32Array>;
  private readonly numbers: Record<'born' | 'entry' | 'knownFrom' | 'from' | 'to', Growing<Float64Array>>;
  private readonly hashes: Growing<Uint32Array>;
  private readonly kinds: Growing<Uint8Array>;
  private readonly columns: ColumnBuilder[];
  private readonly fields: readonly Field[];
  private readonly tagNames = new TagNames();
  private isSingle = true;
  private lastBorn = -1;

  /** @param expected about how many rows will come */
  constructor(path: string, fields: readonly Field[], expected: number) {
    this.path = path;
    this.features = new Spool(`${path}.${process.pid}.features`);
    this.shapes = new Spool(`${path}.${process.pid}.shapes`);
    this.tags = new Spool(`${path}.${process.pid}.tags`);
    this.fields = fields;
    this.featureLengths = new Growing(new Uint32Array(expected));
    this.shapeLengths = new Growing(new Uint32Array(expected));
    this.tagLengths = new Growing(new Uint32Array(expected));
    this.boxes = new Growing(new Float32Array(expected * 4));
    const numbers = () => new Growing(new Float64Array(expected));
    this.numbers = {
      born: numbers(),
      entry: numbers(),
      knownFrom: numbers(),
      from: numbers(),
      to: numbers(),
    };
    this.hashes = new Growing(new Uint32Array(expected));
    this.kinds = new Growing(new Uint8Array(expected));
    this.columns = fields.flatMap((field) => ColumnBuilder.of(field, expected) ?? []);
  }

  /** Rows of one record have one birth: the second of them says that versions must be compared. */
  push(row: PackedRow): void {
    const index = this.hashes.length;
    this.featureLengths.push(this.features.push(row.feature, 'utf8'));
    this.shapeLengths.push(this.shapes.push(row.shape, 'hex'));
    const tags = row.box ? tagsOf(row.record, row.properties, this.fields) : {};
    this.tagLengths.push(this.tags.pushBytes(packedTags(this.tagNames, tags)));
    const [west, south, east, north] = row.box ?? [Infinity, Infinity, -Infinity, -Infinity];
    this.boxes.push(floatBelow(west));
    this.boxes.push(floatBelow(south));
    this.boxes.push(floatAbove(east));
    this.boxes.push(floatAbove(north));
    const { born, entry, knownFrom, from, to } = this.numbers;
    born.push(row.born);
    entry.push(row.entry);
    knownFrom.push(row.knownFrom);
    from.push(row.from);
    to.push(row.to);
    this.hashes.push(hashOf(row.record));
    this.kinds.push(row.kind);
    for (const column of this.columns) column.set(index, row.properties[column.name]);
    if (row.born === this.lastBorn) this.isSingle = false;
    this.lastBorn = row.born;
  }

  /** Writes the file and puts it in its place. */
  finish(head: Pick<SnapshotHead, 'register' | 'fingerprint' | 'history' | 'position' | 'lastChange'>): void {
    const boxes = this.boxes.done();
    const order = hilbertOrder(boxes);
    const file = new SnapshotFileWriter(this.path);
    try {
      const columns = this.columns.flatMap((column) => column.finish(order) ?? []);
      this.writeRows(file, order, boxes);
      for (const column of columns)
        file.array(`column:${column.name}`, columnKinds[column.kind], column.numbers);
      file.finish({
        ...head,
        rows: order.length,
        isSingle: this.isSingle,
        columns: columns.map(headOf),
        tagNames: this.tagNames.list,
      });
    } catch (error) {
      file.abandon();
      throw error;
    }
  }

  drop(): void {
    this.features.drop();
    this.shapes.drop();
    this.tags.drop();
  }

  private writeRows(file: SnapshotFileWriter, order: Uint32Array, boxes: Float32Array): void {
    writeBytes(file, 'feature', order, this.features, this.featureLengths.done());
    writeBytes(file, 'shape', order, this.shapes, this.shapeLengths.done());
    writeBytes(file, 'tag', order, this.tags, this.tagLengths.done());
    const ordered = new Float32Array(boxes.length);
    for (let row = 0; row < order.length; row++)
      for (let side = 0; side < 4; side++) ordered[row * 4 + side] = boxes[order[row]! * 4 + side]!;
    file.array('boxes', 'f32', ordered);
    for (const [name, growing] of Object.entries(this.numbers))
      writeNumbers(file, name, growing.done(), order);
    const kinds = this.kinds.done();
    file.array(
      'kinds',
      'u8',
      Uint8Array.from(order, (index) => kinds[index]!),
    );
    const hashes = this.hashes.done();
    file.array('ids', 'u32', IdIndex.build(order.map((index) => hashes[index]!)));
    // Rows came by birth, so the row of a birth is the inverse of the order.
    file.array('byBirth', 'u32', sortedIndexes(order));
  }
}

function headOf({ name, kind, values }: Column) {
  return { name, kind, ...(values ? { values } : {}) };
}

/** Bytes of the rows, one after another, and how many each has. */
function writeBytes(
  file: SnapshotFileWriter,
  name: 'feature' | 'shape' | 'tag',
  order: Uint32Array,
  spool: Spool,
  lengths: Uint32Array,
): void {
  file.paged(`${name}s`, spool.inOrder(order, lengths));
  const narrow = Lengths.narrow(order.map((index) => lengths[index]!));
  file.array(`${name}Lengths`, narrow instanceof Uint16Array ? 'u16' : 'u32', narrow);
}

/** Positions take four bytes while they fit; bounds of valid time that are open everywhere take none. */
function writeNumbers(
  file: SnapshotFileWriter,
  name: string,
  numbers: Float64Array,
  order: Uint32Array,
): void {
  const isBound = name === 'from' || name === 'to';
  if (isBound && numbers.every((number) => !Number.isFinite(number))) return;
  const isSmall = !isBound && numbers.every((number) => number < 2 ** 32);
  const ordered = isSmall ? new Uint32Array(order.length) : new Float64Array(order.length);
  for (let row = 0; row < order.length; row++) ordered[row] = numbers[order[row]!]!;
  file.array(name, isSmall ? 'u32' : 'f64', ordered);
}
