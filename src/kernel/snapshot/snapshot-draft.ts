import { hilbertOrder } from '../geo/hilbert-order.ts';
import type { RowShape } from '../register/row.ts';
import { ClosedRows } from './closed-rows.ts';
import { ColumnBuilder } from './column-builder.ts';
import { blockRows } from './number-spool.ts';
import { packedFields } from './packed-columns.ts';
import { inOrder } from './permutation.ts';
import { type RowLengths, RowNumbers } from './row-numbers.ts';
import { RowPacker } from './row-packer.ts';
import { RowSpool } from './row-spool.ts';
import { SnapshotFileWriter } from './snapshot-file-writer.ts';
import type { SnapshotHead } from './snapshot-head.ts';
import { TagPacker } from './tag-packer.ts';
import type { TupleReader } from './tuple-reader.ts';

/**
 * Takes the rows of a register in the order in which they were born, and writes them as a snapshot. Until then they wait
 * on disk; what is in memory at a time is their new order and one array of numbers.
 */
export class SnapshotDraft {
  /** Rows that were superseded, of which little is kept. */
  readonly closed: ClosedRows;
  private readonly path: string;
  private readonly rows: RowSpool;
  private readonly packer: RowPacker;
  private readonly tags: TagPacker;
  private readonly numbers: RowNumbers;
  private readonly columns: readonly { readonly field: number; readonly builder: ColumnBuilder }[];
  private readonly lengths: RowLengths = { feature: 0, shape: 0, tag: 0 };
  private inBlock = 0;

  constructor(path: string, shape: RowShape) {
    this.path = path;
    const scratch = (name: string) => `${path}.${process.pid}.${name}`;
    this.rows = new RowSpool(scratch('rows'));
    this.packer = new RowPacker(shape, this.rows.bytes);
    this.tags = new TagPacker(shape, this.rows.bytes);
    this.numbers = new RowNumbers(scratch);
    this.closed = new ClosedRows(scratch);
    this.columns = shape.fields.flatMap((field, index) => {
      const builder = ColumnBuilder.of(field, scratch(`column-${index}`));
      return builder ? [{ field: packedFields.first + index, builder }] : [];
    });
  }

  /** Takes the tuple in hand. */
  push(tuple: TupleReader): void {
    this.pushBytes(tuple);
    const row = this.inBlock++;
    this.numbers.set(row, tuple, this.packer, this.lengths);
    for (const { field, builder } of this.columns) builder.set(row, tuple, field);
    if (this.inBlock === blockRows) this.endBlock();
  }

  /** Writes the file and puts it in its place. */
  finish(head: Pick<SnapshotHead, 'register' | 'fingerprint' | 'history' | 'position' | 'lastChange'>): void {
    this.endBlock();
    const { numbers } = this;
    const order = hilbertOrder({ count: numbers.count, parts: () => numbers.boxes.parts() });
    const file = new SnapshotFileWriter(this.path);
    try {
      this.writeRows(file, order);
      numbers.write(file, order);
      this.closed.write(file);
      const columns = this.columns.flatMap(({ builder }) => {
        const column = builder.head();
        if (!column) return [];
        file.arrayOf(`column:${column.name}`, builder.numbers.kind, inOrder(builder.numbers, order));
        return column;
      });
      file.finish({
        ...head,
        rows: order.length,
        isSingle: numbers.isSingle,
        columns,
        tagNames: this.tags.names.list,
        tagCounts: this.tags.counts,
      });
    } catch (error) {
      file.abandon();
      throw error;
    }
  }

  drop(): void {
    this.rows.drop();
    this.numbers.drop();
    this.closed.drop();
    for (const { builder } of this.columns) builder.numbers.drop();
  }

  /** A row's feature, shape and tags stand one after another. */
  private pushBytes(tuple: TupleReader): void {
    const { rows, packer, tags, lengths } = this;
    const { bytes } = rows;
    const { geometry } = packedFields;
    let start = bytes.length;
    packer.feature(tuple);
    lengths.feature = bytes.length - start;
    start = bytes.length;
    if (!tuple.isNull(geometry)) bytes.copy(tuple.bytes, tuple.starts[geometry]!, tuple.ends[geometry]!);
    lengths.shape = bytes.length - start;
    start = bytes.length;
    if (lengths.shape > 0 && packer.place.west <= packer.place.east) tags.tags(tuple);
    lengths.tag = bytes.length - start;
    rows.endRow();
  }

  private endBlock(): void {
    this.numbers.endBlock(this.inBlock);
    for (const { builder } of this.columns) builder.endBlock(this.inBlock);
    this.inBlock = 0;
  }

  private writeRows(file: SnapshotFileWriter, order: Uint32Array): void {
    const { numbers, rows } = this;
    const features = numbers.featureLengths.all();
    const shapes = numbers.shapeLengths.all();
    const whole = numbers.tagLengths.all();
    const sizes = { features: sumOf(features), shapes: sumOf(shapes), tags: sumOf(whole) };
    for (let i = 0; i < whole.length; i++) whole[i]! += features[i]! + shapes[i]!;
    file.paged(sizes, (parts) => {
      let row = 0;
      for (const bytes of rows.inOrder(order, whole)) {
        const index = order[row++]!;
        const shape = features[index]!;
        const tags = shape + shapes[index]!;
        parts.features.write(bytes, 0, shape);
        parts.shapes.write(bytes, shape, tags);
        parts.tags.write(bytes, tags, bytes.length);
      }
    });
  }
}

function sumOf(numbers: Uint32Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
