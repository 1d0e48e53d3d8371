import type { ByteWriter } from '../geo/byte-writer.ts';
import { packedTags, TagNames, type TagValue } from '../geo/mvt/tags.ts';
import type { Field } from '../register/declaration.ts';
import type { RowShape } from '../register/row.ts';
import { tagsOf } from '../tiles/tile-properties.ts';
import { packedFields } from './packed-columns.ts';
import type { TupleReader } from './tuple-reader.ts';

/** Keys of the fields of a vector tile's value (MVT 2.1, 4.4): number shifted by three, with the kind of wire. */
const keys = { string: 0x0a, double: 0x19, whole: 0x28, negative: 0x30, boolean: 0x38 } as const;

interface TaggedField {
  readonly field: Field;
  readonly number: number;
  /** Number of the tag's name; -1 where a value has several tags. */
  readonly name: number;
}

/** Writes what a vector tile says of rows: byte for byte what `packedTags` makes of their properties. */
export class TagPacker {
  readonly names = new TagNames();
  private readonly bytes: ByteWriter;
  private readonly fields: readonly TaggedField[];
  /** A property of that name stands in the place of the record's id. */
  private readonly idField: TaggedField | undefined;
  private readonly idName: number;

  constructor({ fields }: RowShape, bytes: ByteWriter) {
    this.bytes = bytes;
    this.idName = this.names.numberOf('id');
    const tagged = fields.map((field, index) => ({
      field,
      number: packedFields.first + index,
      name: field.type === 'localized' ? -1 : this.names.numberOf(field.name),
    }));
    this.idField = tagged.find(({ name }) => name === this.idName);
    this.fields = tagged.filter((each) => each !== this.idField);
  }

  /** Appends the tags of the tuple in hand. */
  tags(tuple: TupleReader): void {
    if (this.idField && !tuple.isNull(this.idField.number)) this.tag(this.idField, tuple);
    else this.text(this.idName, tuple, packedFields.record);
    for (const field of this.fields) if (!tuple.isNull(field.number)) this.tag(field, tuple);
  }

  private tag({ field, number, name }: TaggedField, tuple: TupleReader): void {
    switch (field.type) {
      case 'string':
      case 'date':
        return this.text(name, tuple, number);
      case 'number':
        return this.number(name, tuple.number(number));
      case 'integer': {
        const value = tuple.integer(number);
        if (Number.isSafeInteger(value)) return this.number(name, value);
        return this.other(field, String(tuple.bigint(number)));
      }
      case 'boolean':
        this.head(name, 2, keys.boolean);
        return this.bytes.byte(tuple.boolean(number) ? 1 : 0);
      case 'timestamp':
        return this.other(field, tuple.instant(number));
      default:
        return this.other(field, JSON.parse(tuple.text(number)));
    }
  }

  /** A tag whose value is so many bytes long, up to the key of its kind. */
  private head(name: number, length: number, key: number): void {
    this.bytes.varint(name);
    this.bytes.varint(length);
    this.bytes.byte(key);
  }

  private text(name: number, { bytes, starts, ends }: TupleReader, number: number): void {
    const length = ends[number]! - starts[number]!;
    this.head(name, 1 + varintBytes(length) + length, keys.string);
    this.bytes.varint(length);
    this.bytes.copy(bytes, starts[number]!, ends[number]!);
  }

  private number(name: number, value: number): void {
    if (!Number.isFinite(value)) return;
    if (!Number.isSafeInteger(value)) {
      this.head(name, 9, keys.double);
      this.bytes.double(value);
      return;
    }
    // Zigzag: the sign is the last bit.
    const number = value < 0 ? -2 * value - 1 : value;
    this.head(name, 1 + varintBytes(number), value < 0 ? keys.negative : keys.whole);
    this.bytes.varint(number);
  }

  /** Values that are rare, or have a tag for each language. */
  private other(field: Field, value: unknown): void {
    const { id: _, ...tags } = tagsOf('', { [field.name]: value }, [field]);
    const packed = packedTags(this.names, tags as Record<string, TagValue>);
    this.bytes.copy(packed, 0, packed.length);
  }
}

function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest /= 128) bytes++;
  return bytes;
}
