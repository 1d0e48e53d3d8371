import type { Position } from './entry.ts';

/** How far the positions of tuples move, and the register number that entries get instead of the one they have. */
export interface Shift {
  readonly by: Position;
  readonly registerNumber?: number;
  /** Leading columns of a tuple that hold positions: 1 in the log, 3 in a register's table. */
  readonly columns: 1 | 3;
}

/** Moves the positions of whole tuples in place, for a log that grew between their encoding and their load. */
export function shiftPositions(bytes: Buffer, { by, registerNumber, columns }: Shift): void {
  let at = 0;
  while (at < bytes.length) {
    const fields = bytes.readInt16BE(at);
    at += 2;
    for (let field = 0; field < fields; field++) {
      const length = bytes.readInt32BE(at);
      at += 4;
      if (field < columns && by !== 0) {
        const value = bytes.readInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4) + by;
        const high = Math.floor(value / 0x1_0000_0000);
        bytes.writeInt32BE(high, at);
        bytes.writeUInt32BE(value - high * 0x1_0000_0000, at + 4);
      } else if (field === 1 && columns === 1 && registerNumber !== undefined) {
        bytes.writeInt32BE(registerNumber, at);
      }
      if (length > 0) at += length;
    }
  }
}
