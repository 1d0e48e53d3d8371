import { ByteRange } from '../geo/byte-range.ts';
import { packedTags, TagNames } from '../geo/mvt/tags.ts';
import type { Field } from '../register/declaration.ts';
import { tagsOf } from './tile-properties.ts';

/**
 * The records of a tile one by one, as bytes that are ready: what is not drawn is not unpacked, and what is drawn is
 * copied. Ranges are good until the next call.
 */
export interface TileRecords {
  readonly count: number;
  /** Names by the numbers that the tags call them by. */
  readonly names: TagNames;
  /** (E)WKB in longitude and latitude; a source may have cut and thinned what the tile cannot show. */
  shape(index: number): ByteRange;
  /** Id and properties as `writeTag` packs them; there may be more than was asked for. */
  tags(index: number): ByteRange;
  /** Value of the field that the tile groups by; null without one. */
  group(index: number): string | null;
}

/** A record as sources have it that keep no packed tags. */
export interface PlainRecord {
  readonly id: string;
  readonly wkb: Uint8Array;
  /** Values of the fields by name, as the reader gives them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Records whose tags are packed as they come. */
export class PlainRecords implements TileRecords {
  readonly count: number;
  readonly names = new TagNames();
  private readonly records: readonly PlainRecord[];
  private readonly packed: readonly Uint8Array[];
  private readonly groupBy: string | undefined;

  constructor(records: readonly PlainRecord[], fields: readonly Field[], groupBy?: Pick<Field, 'name'>) {
    this.count = records.length;
    this.records = records;
    this.packed = records.map(({ id, properties }) => packedTags(this.names, tagsOf(id, properties, fields)));
    this.groupBy = groupBy?.name;
  }

  shape(index: number): ByteRange {
    return ByteRange.of(this.records[index]!.wkb);
  }

  tags(index: number): ByteRange {
    return ByteRange.of(this.packed[index]!);
  }

  group(index: number): string | null {
    const value = this.groupBy === undefined ? null : this.records[index]!.properties[this.groupBy];
    return typeof value === 'string' ? value : null;
  }
}
