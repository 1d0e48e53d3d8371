import { ByteRange } from '../geo/byte-range.ts';
import { PackedTree } from '../geo/packed-tree.ts';
import type { Touches } from '../tiles/version/register-versions.ts';
import { closedTouches } from './closed-rows.ts';
import type { Column } from './column.ts';
import { IdIndex } from './id-index.ts';
import { Lengths } from './lengths.ts';
import type { PageCache, PagedBytes } from './paged-bytes.ts';
import type { PagedNumbers } from './paged-numbers.ts';
import { RecordStart } from './record-start.ts';
import { SnapshotFile } from './snapshot-file.ts';
import type { SnapshotHead } from './snapshot-head.ts';

type Positions = Uint32Array | Float64Array;

/** The rows of a snapshot file: numbers in memory, features and shapes on disk. Rows are told by their number. */
export class BaseRows {
  readonly head: SnapshotHead;
  readonly count: number;
  readonly tree: PackedTree;
  /** West, south, east, north of each row, rounded outwards. */
  readonly boxes: Float32Array;
  /** As `RowPacker.kindOf`. */
  readonly kinds: Uint8Array;
  readonly born: Positions;
  /** Bounds of valid time, milliseconds; undefined where they are open for every row. */
  readonly from: Float64Array | undefined;
  readonly to: Float64Array | undefined;
  readonly columns: ReadonlyMap<string, Column>;
  /** Width and height of each row's box together, degrees. */
  readonly sizes: PagedNumbers;
  /** Row numbers in the order of births. */
  readonly byBirth: PagedNumbers;
  private readonly entry: PagedNumbers;
  private readonly knownFrom: PagedNumbers;
  private readonly ids: IdIndex;
  private readonly features: PagedBytes;
  private readonly featureLengths: Lengths;
  private readonly shapes: PagedBytes;
  private readonly shapeLengths: Lengths;
  private readonly tags: PagedBytes;
  private readonly tagLengths: Lengths;
  private readonly file: SnapshotFile;
  private readonly start = new RecordStart();
  private readonly range = new ByteRange();

  /** @throws {BrokenSnapshotError} where the file is not what was written */
  constructor(path: string, cache: PageCache) {
    const file = SnapshotFile.open(path, cache);
    try {
      this.file = file;
      this.head = file.head;
      this.count = file.head.rows;
      this.boxes = file.array('boxes');
      this.tree = new PackedTree(this.boxes);
      this.sizes = file.pagedNumbers('sizes');
      this.kinds = file.array('kinds');
      this.born = file.array('born');
      this.entry = file.pagedNumbers('entry');
      this.knownFrom = file.pagedNumbers('knownFrom');
      this.from = file.has('from') ? file.array('from') : undefined;
      this.to = file.has('to') ? file.array('to') : undefined;
      this.byBirth = file.pagedNumbers('byBirth');
      this.ids = new IdIndex(file.array('ids'));
      this.features = file.paged('features');
      this.featureLengths = new Lengths(file.array('featureLengths'));
      this.shapes = file.paged('shapes');
      this.shapeLengths = new Lengths(file.array('shapeLengths'));
      this.tags = file.paged('tags');
      this.tagLengths = new Lengths(file.array('tagLengths'));
      this.columns = new Map(
        file.head.columns.map((head) => [head.name, { ...head, numbers: file.array(`column:${head.name}`) }]),
      );
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Bytes of a row's GeoJSON. */
  featureLength(row: number): number {
    return this.featureLengths.of(row);
  }

  /** GeoJSON of a row. */
  feature(row: number): Uint8Array {
    const start = this.featureLengths.startOf(row);
    return this.features.slice(start, start + this.featureLengths.of(row));
  }

  /** The same bytes where they lie. */
  private featureRange(row: number, into: ByteRange): ByteRange {
    const start = this.featureLengths.startOf(row);
    return this.features.range(start, start + this.featureLengths.of(row), into);
  }

  /** EWKB of a row that has a place. */
  shape(row: number): Uint8Array {
    const start = this.shapeLengths.startOf(row);
    return this.shapes.slice(start, start + this.shapeLengths.of(row));
  }

  /** The same bytes where they lie. */
  shapeRange(row: number, into: ByteRange): ByteRange {
    const start = this.shapeLengths.startOf(row);
    return this.shapes.range(start, start + this.shapeLengths.of(row), into);
  }

  /**
   * Reads what tiles draw of the rows `from` ≤ row < `to` in the order in which it lies, so that it is at hand when it is
   * drawn in another.
   */
  readAhead(from: number, to: number): void {
    this.shapes.readAhead(this.shapeLengths.startOf(from), this.shapeLengths.startOf(to - 1));
    this.tags.readAhead(this.tagLengths.startOf(from), this.tagLengths.startOf(to - 1));
  }

  /** What a vector tile says of a row that has a place, as `writeTag` packs it; names are those of the head. */
  tagRange(row: number, into: ByteRange): ByteRange {
    const start = this.tagLengths.startOf(row);
    return this.tags.range(start, start + this.tagLengths.of(row), into);
  }

  facts(row: number): { readonly entry: number; readonly knownFrom: number } {
    return { entry: this.entry.at(row), knownFrom: this.knownFrom.at(row) };
  }

  holds(row: number, from: number, to: number): boolean {
    return (
      (this.from === undefined || this.from[row]! <= to) && (this.to === undefined || this.to[row]! > from)
    );
  }

  /** Rows of a record, found by the id that their features begin with. */
  rowsOf(record: string): readonly number[] {
    const rows: number[] = [];
    this.start.set(record);
    this.ids.eachCandidate(this.start.hash, (row) => {
      if (this.start.begins(this.featureRange(row, this.range))) rows.push(row);
    });
    return rows;
  }

  /** When what the register shows changed where: by these rows, and by those before them. @throws {BrokenSnapshotError} */
  touches(): readonly Touches[] {
    const { tree, from, to } = this;
    const own = { tree, knownFrom: this.knownFrom.all(), validFrom: from, validTo: to };
    const closed = closedTouches(this.file);
    return closed ? [own, closed] : [own];
  }

  close(): void {
    this.file.close();
  }
}
