import { viewOf } from '../geo/byte-range.ts';
import { ByteWriter } from '../geo/byte-writer.ts';
import { isNumbered, packedTags, TagNames, type TagValue } from '../geo/mvt/tags.ts';
import { WordTable } from '../geo/mvt/word-table.ts';
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

/** A name of which more values are different has no numbers for them. */
const mostNumbers = 65_535;

/** Writes what a vector tile says of rows: what `packedTags` makes of their properties, and numbers of values that come again. */
export class TagPacker {
  readonly names = new TagNames();
  /** By the number of a name: its values; none where they are too many, or each record has its own. */
  private readonly words: (WordTable | undefined)[];
  /** The value in hand, its length before it. */
  private readonly word = new ByteWriter(256);
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
    this.words = this.names.list.map((_, name) => (name === this.idName ? undefined : new WordTable()));
  }

  /** How many numbers the values of each name have; 0 where not all of them have one. */
  get counts(): readonly number[] {
    return this.names.list.map((_, name) => this.words[name]?.count ?? 0);
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
        this.head(2, keys.boolean);
        this.word.byte(tuple.boolean(number) ? 1 : 0);
        return this.end(name);
      case 'timestamp':
        return this.other(field, tuple.instant(number));
      default:
        return this.other(field, JSON.parse(tuple.text(number)));
    }
  }

  /** Begins a value that is so many bytes long, up to the key of its kind. */
  private head(length: number, key: number): void {
    this.word.length = 0;
    this.word.varint(length);
    this.word.byte(key);
  }

  /** Appends the tag of the value in hand. */
  private end(name: number): void {
    const { word, bytes, words } = this;
    const known = words[name];
    if (known === undefined) bytes.varint(name * 2);
    else {
      bytes.varint(name * 2 + isNumbered);
      bytes.varint(known.add(0, viewOf(word.bytes), 0, word.length));
      if (known.count > mostNumbers) words[name] = undefined;
    }
    bytes.copy(word.bytes, 0, word.length);
  }

  private text(name: number, { bytes, starts, ends }: TupleReader, number: number): void {
    const length = ends[number]! - starts[number]!;
    this.head(1 + varintBytes(length) + length, keys.string);
    this.word.varint(length);
    this.word.copy(bytes, starts[number]!, ends[number]!);
    this.end(name);
  }

  private number(name: number, value: number): void {
    if (!Number.isFinite(value)) return;
    if (!Number.isSafeInteger(value)) {
      this.head(9, keys.double);
      this.word.double(value);
      return this.end(name);
    }
    // Zigzag: the sign is the last bit.
    const number = value < 0 ? -2 * value - 1 : value;
    this.head(1 + varintBytes(number), value < 0 ? keys.negative : keys.whole);
    this.word.varint(number);
    this.end(name);
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
