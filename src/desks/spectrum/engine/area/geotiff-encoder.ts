import { deflateSync } from 'node:zlib';
import type { FieldRaster } from './raster.ts';

/** TIFF field types. */
const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const ASCII = 2;
const SIZES: Readonly<Record<number, number>> = { [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8, [ASCII]: 1 };

type Field = readonly [tag: number, type: number, values: readonly number[]];

/** NUL-terminated text as a field's values. */
function ascii(text: string): number[] {
  return [...`${text}\0`].map((c) => c.charCodeAt(0));
}

/**
 * Writes a raster as a GeoTIFF 1.1: one band of 32-bit floats, deflate, EPSG:4326, pixel-is-area, NaN as no data.
 *
 * @param description written into ImageDescription, for the model and its parameters
 */
export function encodeGeoTiff(raster: FieldRaster, description: string): Uint8Array {
  const { columns, rows, values } = raster;
  const little = new DataView(new ArrayBuffer(values.length * 4));
  for (let i = 0; i < values.length; i++) little.setFloat32(4 * i, values[i]!, true);
  const strip = deflateSync(new Uint8Array(little.buffer));
  const fields: Field[] = [
    [256, LONG, [columns]],
    [257, LONG, [rows]],
    [258, SHORT, [32]],
    [259, SHORT, [8]],
    [262, SHORT, [1]],
    [270, ASCII, ascii(description.replace(/[^ -~]/g, '?'))],
    [273, LONG, [0]],
    [277, SHORT, [1]],
    [278, LONG, [rows]],
    [279, LONG, [strip.length]],
    [284, SHORT, [1]],
    [339, SHORT, [3]],
    [33550, DOUBLE, [raster.stepLon, raster.stepLat, 0]],
    [33922, DOUBLE, [0, 0, 0, raster.west, raster.north, 0]],
    // GeoKeys: model geographic, raster pixel-is-area, EPSG:4326
    [34735, SHORT, [1, 1, 1, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326]],
    [42113, ASCII, ascii('nan')],
  ];
  return assemble(fields, strip);
}

/** Lays header, directory, long values and the strip one after another. */
function assemble(fields: readonly Field[], strip: Uint8Array): Uint8Array {
  const directory = 8;
  let free = directory + 2 + fields.length * 12 + 4;
  const places = fields.map(([, type, values]) => {
    const size = SIZES[type]! * values.length;
    if (size <= 4) return undefined;
    const place = free;
    free += size + (size & 1);
    return place;
  });
  const out = new Uint8Array(free + strip.length);
  out.set(strip, free);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0x4949, false);
  view.setUint16(2, 42, true);
  view.setUint32(4, directory, true);
  view.setUint16(directory, fields.length, true);
  for (const [i, [tag, type, values]] of fields.entries()) {
    const entry = directory + 2 + 12 * i;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, values.length, true);
    const place = places[i] ?? entry + 8;
    if (places[i] !== undefined) view.setUint32(entry + 8, place, true);
    for (const [k, value] of (tag === 273 ? [free] : values).entries()) {
      const at = place + k * SIZES[type]!;
      if (type === SHORT) view.setUint16(at, value, true);
      else if (type === LONG) view.setUint32(at, value, true);
      else if (type === DOUBLE) view.setFloat64(at, value, true);
      else view.setUint8(at, value);
    }
  }
  return out;
}
