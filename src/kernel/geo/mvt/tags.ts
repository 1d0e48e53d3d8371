import { PbfWriter } from 'pbf';

/** What a vector tile can say of a feature; null and undefined are left out. */
export type TagValue = string | number | boolean | null | undefined;

/**
 * Flag of a packed tag, beside the number of its name: before its value stands a number that equal values of the name
 * have, and no others.
 */
export const isNumbered = 1;

/** Names of tags by the numbers that packed tags call them by. */
export class TagNames {
  readonly list: string[];
  /** By the number of a name: how many numbers its values have; 0 or none where not all of them have one. */
  readonly counts: readonly number[];
  private readonly numbers: Map<string, number>;

  constructor(names: Iterable<string> = [], counts: readonly number[] = []) {
    this.list = [...names];
    this.counts = counts;
    this.numbers = new Map(this.list.map((name, number) => [name, number]));
  }

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/**
 * Appends a tag: twice the number of its name, then its value as a vector tile has it (MVT 2.1, 4.4), its length before
 * it, so that a layer copies it as it stands.
 */
export function writeTag(names: TagNames, name: string, value: TagValue, into: PbfWriter): void {
  if (value === null || value === undefined) return;
  into.writeVarint(names.numberOf(name) * 2);
  writeWord(value, into);
}

/** A value with its length before it. */
export function writeWord(value: NonNullable<TagValue>, into: PbfWriter): void {
  into.writeRawMessage(writeValue, value);
}

function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (!Number.isSafeInteger(value)) pbf.writeDoubleField(3, value);
  else if (value < 0) pbf.writeSVarintField(6, value);
  else pbf.writeVarintField(5, value);
}

const scratch = new PbfWriter();

/** Tags of some properties, packed; bytes of their own. */
export function packedTags(names: TagNames, properties: Readonly<Record<string, TagValue>>): Uint8Array {
  scratch.pos = 0;
  for (const name in properties) writeTag(names, name, properties[name], scratch);
  return scratch.buf.slice(0, scratch.pos);
}
