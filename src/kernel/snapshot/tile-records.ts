import { ByteRange } from '../geo/byte-range.ts';
import { packedTags, TagNames } from '../geo/mvt/tags.ts';
import type { Field } from '../register/declaration.ts';
import { tagsOf } from '../tiles/tile-properties.ts';
import type { TileRecords } from '../tiles/tile-records.ts';
import type { TileRows } from './tile-rows.ts';

/** Rows of a snapshot as a tile draws them: bytes of the file where they lie, and of changed rows in memory. */
export class SnapshotTileRecords implements TileRecords {
  readonly count: number;
  readonly names: TagNames;
  private readonly rows: TileRows;
  private readonly order: Uint32Array;
  private readonly changedTags: readonly Uint8Array[];
  private readonly shapes = new ByteRange();
  private readonly said = new ByteRange();

  /** @param order the rows, the first to be drawn first */
  constructor(rows: TileRows, order: Uint32Array, fields: readonly Field[]) {
    this.rows = rows;
    this.order = order;
    this.count = order.length;
    const { tagNames, tagCounts } = rows.base.head;
    // Rows that changed have no numbers: beside one, all values go by their bytes.
    this.names = new TagNames(tagNames, rows.changed.length === 0 ? tagCounts : []);
    this.changedTags = rows.changed.map(({ record, properties }) =>
      packedTags(this.names, tagsOf(record, properties, fields)),
    );
  }

  shape(index: number): ByteRange {
    const row = this.order[index]!;
    const { base } = this.rows;
    if (row < base.count) return base.shapeRange(row, this.shapes);
    return ByteRange.of(this.rows.changedAt(row).shape);
  }

  tags(index: number): ByteRange {
    const row = this.order[index]!;
    const { base } = this.rows;
    if (row < base.count) return base.tagRange(row, this.said);
    return ByteRange.of(this.changedTags[row - base.count]!);
  }

  group(index: number): string | null {
    return this.rows.group(this.order[index]!);
  }
}
