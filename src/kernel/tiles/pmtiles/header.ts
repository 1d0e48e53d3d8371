/** Header of a PMTiles archive (version 3, "Header"): 127 bytes, little-endian. */
export const headerBytes = 127;

const gzip = 2;
const mvt = 1;

/** What the header says; sections follow one another in the order root, metadata, leaves, tiles. */
export interface PmtilesHeader {
  readonly rootLength: number;
  readonly metadataLength: number;
  readonly leavesLength: number;
  readonly tilesLength: number;
  readonly addressedTiles: number;
  readonly tileEntries: number;
  readonly tileContents: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** `[west, south, east, north]` in degrees. */
  readonly bounds: readonly [number, number, number, number];
}

export function encodeHeader(header: PmtilesHeader): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('PMTiles'));
  bytes[7] = 3;
  let at = 8;
  const long = (value: number) => {
    view.setBigUint64(at, BigInt(value), true);
    at += 8;
  };
  let offset = headerBytes;
  for (const length of [header.rootLength, header.metadataLength, header.leavesLength, header.tilesLength]) {
    long(offset);
    long(length);
    offset += length;
  }
  long(header.addressedTiles);
  long(header.tileEntries);
  long(header.tileContents);
  bytes.set([1, gzip, gzip, mvt, header.minZoom, header.maxZoom], at);
  at += 6;
  const degrees = (value: number) => {
    view.setInt32(at, Math.round(value * 1e7), true);
    at += 4;
  };
  const [west, south, east, north] = header.bounds;
  for (const value of header.bounds) degrees(value);
  bytes[at++] = header.minZoom;
  degrees((west + east) / 2);
  degrees((south + north) / 2);
  return bytes;
}
