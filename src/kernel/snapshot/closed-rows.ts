import { hilbertOrder } from '../geo/hilbert-order.ts';
import { setOutward } from '../geo/outward-box.ts';
import { PackedTree } from '../geo/packed-tree.ts';
import type { Touches } from '../tiles/version/register-versions.ts';
import { touchColumns } from '../tiles/version/touches.ts';
import { blockRows, NumberSpool } from './number-spool.ts';
import { inOrder } from './permutation.ts';
import type { SnapshotFile } from './snapshot-file.ts';
import type { SnapshotFileWriter } from './snapshot-file-writer.ts';
import type { TupleReader } from './tuple-reader.ts';

const dates = ['knownFrom', 'knownTo', 'validFrom', 'validTo'] as const;
const firstDate = touchColumns.indexOf(touchColumns.at(-dates.length)!);

/** Where and when rows stood that are no longer known: the versions of tiles ask for nothing else of them. */
export class ClosedRows {
  private readonly boxes: NumberSpool<'f32'>;
  private readonly dates: Readonly<Record<(typeof dates)[number], NumberSpool<'f64'>>>;
  private count = 0;
  private inBlock = 0;

  /** @param scratch path of a file that numbers may be put aside in */
  constructor(scratch: (name: string) => string) {
    this.boxes = new NumberSpool(scratch('closed-boxes'), 'f32', 4);
    const spool = (name: string) => new NumberSpool(scratch(`closed-${name}`), 'f64');
    this.dates = {
      knownFrom: spool('known-from'),
      knownTo: spool('known-to'),
      validFrom: spool('valid-from'),
      validTo: spool('valid-to'),
    };
  }

  /** Takes the tuple of `touchColumns` in hand. */
  push(tuple: TupleReader): void {
    const row = this.inBlock++;
    setOutward(this.boxes.block, row, tuple.number(0), tuple.number(1), tuple.number(2), tuple.number(3));
    const { knownFrom, knownTo, validFrom, validTo } = this.dates;
    knownFrom.block[row] = tuple.integer(firstDate);
    knownTo.block[row] = tuple.integer(firstDate + 1);
    validFrom.block[row] = tuple.number(firstDate + 2);
    validTo.block[row] = tuple.number(firstDate + 3);
    if (this.inBlock === blockRows) this.endBlock();
  }

  write(file: SnapshotFileWriter): void {
    this.endBlock();
    if (this.count === 0) return;
    const order = hilbertOrder({ count: this.count, parts: () => this.boxes.parts() });
    file.arrayOf('closed.boxes', 'f32', inOrder(this.boxes, order, { width: 4 }));
    for (const name of dates) file.arrayOf(`closed.${name}`, 'f64', inOrder(this.dates[name], order));
  }

  drop(): void {
    this.boxes.drop();
    for (const name of dates) this.dates[name].drop();
  }

  private endBlock(): void {
    this.boxes.endBlock(this.inBlock * 4);
    for (const name of dates) this.dates[name].endBlock(this.inBlock);
    this.count += this.inBlock;
    this.inBlock = 0;
  }
}

/** What a file says of such rows; undefined where there were none. @throws {BrokenSnapshotError} */
export function closedTouches(file: SnapshotFile): Touches | undefined {
  if (!file.has('closed.boxes')) return undefined;
  return {
    tree: new PackedTree(file.array('closed.boxes')),
    knownFrom: file.array<Float64Array>('closed.knownFrom'),
    knownTo: file.array<Float64Array>('closed.knownTo'),
    validFrom: file.array<Float64Array>('closed.validFrom'),
    validTo: file.array<Float64Array>('closed.validTo'),
  };
}
