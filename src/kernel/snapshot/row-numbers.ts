import { setOutward } from '../geo/outward-box.ts';
import { hashOf, IdIndex } from './id-index.ts';
import { Lengths } from './lengths.ts';
import { blockRows, NumberSpool } from './number-spool.ts';
import { packedFields } from './packed-columns.ts';
import { inOrder, inverseOf } from './permutation.ts';
import type { RowPacker } from './row-packer.ts';
import type { SnapshotFileWriter } from './snapshot-file-writer.ts';
import type { TupleReader } from './tuple-reader.ts';

/** Bytes of the parts of a row. */
export interface RowLengths {
  feature: number;
  shape: number;
  tag: number;
}

/** What is noted of each row beside its bytes and properties: lengths, box, births, bounds of time. */
export class RowNumbers {
  /** Rows in all. */
  count = 0;
  /** Whether no record has more than one row. */
  isSingle = true;
  readonly featureLengths: NumberSpool<'u32'>;
  readonly shapeLengths: NumberSpool<'u32'>;
  readonly tagLengths: NumberSpool<'u32'>;
  readonly boxes: NumberSpool<'f32'>;
  private readonly sizes: NumberSpool<'f64'>;
  private readonly kinds: NumberSpool<'u8'>;
  private readonly born: NumberSpool<'f64'>;
  private readonly entry: NumberSpool<'f64'>;
  private readonly knownFrom: NumberSpool<'f64'>;
  private readonly from: NumberSpool<'f64'>;
  private readonly to: NumberSpool<'f64'>;
  private readonly hashes: NumberSpool<'u32'>;
  private lastBorn = -1;
  private readonly longest: RowLengths = { feature: 0, shape: 0, tag: 0 };
  private mostPosition = 0;
  private hasFrom = false;
  private hasTo = false;

  /** @param scratch path of a file that numbers may be put aside in */
  constructor(scratch: (name: string) => string) {
    this.featureLengths = new NumberSpool(scratch('feature-lengths'), 'u32');
    this.shapeLengths = new NumberSpool(scratch('shape-lengths'), 'u32');
    this.tagLengths = new NumberSpool(scratch('tag-lengths'), 'u32');
    this.boxes = new NumberSpool(scratch('boxes'), 'f32', 4);
    this.sizes = new NumberSpool(scratch('sizes'), 'f64');
    this.kinds = new NumberSpool(scratch('kinds'), 'u8');
    this.born = new NumberSpool(scratch('born'), 'f64');
    this.entry = new NumberSpool(scratch('entry'), 'f64');
    this.knownFrom = new NumberSpool(scratch('known-from'), 'f64');
    this.from = new NumberSpool(scratch('from'), 'f64');
    this.to = new NumberSpool(scratch('to'), 'f64');
    this.hashes = new NumberSpool(scratch('hashes'), 'u32');
  }

  /** Notes the tuple in hand as a row of the block, after the packer wrote its feature. */
  set(row: number, tuple: TupleReader, packer: RowPacker, lengths: RowLengths): void {
    const born = tuple.integer(packedFields.born);
    const entry = tuple.integer(packedFields.entry);
    const knownFrom = tuple.integer(packedFields.knownFrom);
    const from = tuple.number(packedFields.from);
    const to = tuple.number(packedFields.to);
    const { bytes, starts, ends } = tuple;
    this.featureLengths.block[row] = lengths.feature;
    this.shapeLengths.block[row] = lengths.shape;
    this.tagLengths.block[row] = lengths.tag;
    this.setBox(row, lengths.shape > 0 ? packer.place : undefined);
    this.kinds.block[row] = packer.kindOf(tuple);
    this.born.block[row] = born;
    this.entry.block[row] = entry;
    this.knownFrom.block[row] = knownFrom;
    this.from.block[row] = from;
    this.to.block[row] = to;
    this.hashes.block[row] = hashOf(bytes, starts[packedFields.record]!, ends[packedFields.record]!);
    this.longest.feature = Math.max(this.longest.feature, lengths.feature);
    this.longest.shape = Math.max(this.longest.shape, lengths.shape);
    this.longest.tag = Math.max(this.longest.tag, lengths.tag);
    this.mostPosition = Math.max(this.mostPosition, born, entry, knownFrom);
    if (from !== Number.NEGATIVE_INFINITY) this.hasFrom = true;
    if (to !== Number.POSITIVE_INFINITY) this.hasTo = true;
    // Rows of one record have one birth, and come one after another.
    if (born === this.lastBorn) this.isSingle = false;
    this.lastBorn = born;
  }

  endBlock(rows: number): void {
    this.count += rows;
    for (const spool of this.spools) spool.endBlock(rows * (spool.block.length / blockRows));
  }

  write(file: SnapshotFileWriter, order: Uint32Array): void {
    for (const part of ['feature', 'shape', 'tag'] as const) {
      const kind = Lengths.kindFor(this.longest[part]);
      file.arrayOf(`${part}Lengths`, kind, inOrder(this[`${part}Lengths`], order, { kind }));
    }
    file.arrayOf('boxes', 'f32', inOrder(this.boxes, order, { width: 4 }));
    file.pagedNumbers('sizes', 'f64', order.length, inOrder(this.sizes, order));
    file.arrayOf('kinds', 'u8', inOrder(this.kinds, order));
    // Positions take four bytes while they fit.
    const kind = this.mostPosition < 2 ** 32 ? 'u32' : 'f64';
    file.arrayOf('born', kind, inOrder(this.born, order, { kind }));
    for (const name of ['entry', 'knownFrom'] as const)
      file.pagedNumbers(name, kind, order.length, inOrder(this[name], order, { kind }));
    // Bounds of valid time that are open everywhere take none.
    if (this.hasFrom) file.arrayOf('from', 'f64', inOrder(this.from, order));
    if (this.hasTo) file.arrayOf('to', 'f64', inOrder(this.to, order));
    file.array('ids', 'u32', IdIndex.build(this.hashes.all(), order));
    // Rows came by birth, so the row of a birth is the inverse of the order.
    file.pagedNumbers('byBirth', 'u32', order.length, [inverseOf(order)]);
  }

  drop(): void {
    for (const spool of this.spools) spool.drop();
  }

  private setBox(row: number, place: RowPacker['place'] | undefined): void {
    const { block } = this.boxes;
    const isPlaced = place !== undefined && place.west <= place.east;
    this.sizes.block[row] = isPlaced ? place.east - place.west + (place.north - place.south) : 0;
    if (isPlaced) setOutward(block, row, place.west, place.south, place.east, place.north);
    else setOutward(block, row, Infinity, Infinity, -Infinity, -Infinity);
  }

  private get spools(): readonly NumberSpool[] {
    return Object.values(this).filter((value) => value instanceof NumberSpool);
  }
}
