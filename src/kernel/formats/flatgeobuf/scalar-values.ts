import { columnTypes } from './header.ts';

const { byte, ubyte, bool, short, ushort, int, uint, long, ulong, float, double } = columnTypes;

/** Bytes of a value by the type of its column; 0 for types whose values say how long they are. */
export const scalarBytes: Readonly<Uint8Array> = (() => {
  const bytes = new Uint8Array(256);
  for (const type of [byte, ubyte, bool]) bytes[type] = 1;
  for (const type of [short, ushort]) bytes[type] = 2;
  for (const type of [int, uint, float]) bytes[type] = 4;
  for (const type of [long, ulong, double]) bytes[type] = 8;
  return bytes;
})();

/** The number at a place, of a type of fixed length; a boolean is 1 or 0. @throws {RangeError} beyond the end */
export function scalarAt(view: DataView, type: number, at: number): number {
  switch (type) {
    case byte:
      return view.getInt8(at);
    case ubyte:
      return view.getUint8(at);
    case bool:
      return view.getUint8(at) === 0 ? 0 : 1;
    case short:
      return view.getInt16(at, true);
    case ushort:
      return view.getUint16(at, true);
    case int:
      return view.getInt32(at, true);
    case uint:
      return view.getUint32(at, true);
    case long:
      return view.getUint32(at, true) + view.getInt32(at + 4, true) * 0x1_0000_0000;
    case ulong:
      return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
    case float:
      return view.getFloat32(at, true);
    default:
      return view.getFloat64(at, true);
  }
}
