/** The little of FlatBuffers that a hot loop needs: where a table keeps a field. No objects are made while reading. */
export class FlatBuffer {
  bytes: Buffer;
  view: DataView;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Moves to other bytes, of which those from `end` on are none; views of the former are no longer valid. */
  use(bytes: Buffer, end: number): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, end);
  }

  uint32(at: number): number {
    return this.view.getUint32(at, true);
  }

  /** Place that the offset at `at` points to. */
  follow(at: number): number {
    return at + this.view.getUint32(at, true);
  }

  /** Place of field number `index` of the table at `table`, 0 where the table does not have it. */
  field(table: number, index: number): number {
    const vtable = table - this.view.getInt32(table, true);
    const slot = 4 + 2 * index;
    if (slot >= this.view.getUint16(vtable, true)) return 0;
    const offset = this.view.getUint16(vtable + slot, true);
    return offset === 0 ? 0 : table + offset;
  }

  /** Table or vector that field `index` points to, 0 where absent. */
  child(table: number, index: number): number {
    const at = this.field(table, index);
    return at === 0 ? 0 : this.follow(at);
  }

  text(table: number, index: number): string | undefined {
    const at = this.child(table, index);
    return at === 0 ? undefined : this.bytes.toString('utf8', at + 4, at + 4 + this.uint32(at));
  }

  byte(table: number, index: number, otherwise: number): number {
    const at = this.field(table, index);
    return at === 0 ? otherwise : this.view.getUint8(at);
  }

  int32(table: number, index: number, otherwise: number): number {
    const at = this.field(table, index);
    return at === 0 ? otherwise : this.view.getInt32(at, true);
  }
}
