import { fromArrayBuffer } from 'geotiff';
import { createTile, type TerrainTile } from './tile.ts';

/** Codes of the EPSG for geographic WGS 84 and its like, which terrain tiles may be in. */
const GEOGRAPHIC = new Set([4326, 4979, 4258, 4269]);

/**
 * Reads a single-band GeoTIFF or COG in geographic coordinates; pixel-is-area and pixel-is-point are told apart.
 *
 * @throws RangeError with what is wrong where the file is not north-up or not in longitude and latitude
 */
export async function readGeoTiff(
  bytes: Uint8Array,
  name: string,
  source: string,
  hash: string,
): Promise<TerrainTile> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const image = await (await fromArrayBuffer(buffer)).getImage();
  const keys = image.getGeoKeys() as Record<string, number> | null;
  const code = keys?.GeographicTypeGeoKey;
  if (keys?.ProjectedCSTypeGeoKey !== undefined || (code !== undefined && !GEOGRAPHIC.has(code))) {
    throw new RangeError(
      `${name}: is in EPSG:${keys?.ProjectedCSTypeGeoKey ?? code}; terrain must be in longitude and latitude (EPSG:4326)`,
    );
  }
  const [originX = Number.NaN, originY = Number.NaN] = image.getOrigin();
  const [stepX = Number.NaN, stepY = Number.NaN] = image.getResolution();
  if (!(stepX > 0 && stepY < 0)) {
    throw new RangeError(`${name}: has a pixel of ${stepX} × ${stepY}; a north-up image is needed`);
  }
  const isPoint = keys?.GTRasterTypeGeoKey === 2;
  const shift = isPoint ? 0 : 0.5;
  const [band] = (await image.readRasters({ samples: [0] })) as unknown as [ArrayLike<number>];
  const noData = image.getGDALNoData();
  const isShort = band instanceof Int16Array;
  return createTile({
    name,
    source,
    hash,
    west: originX + shift * stepX,
    north: originY + shift * stepY,
    stepLon: stepX,
    stepLat: -stepY,
    columns: image.getWidth(),
    rows: image.getHeight(),
    heights: isShort ? band : Float32Array.from(band),
    voidValue: noData ?? (isShort ? -32768 : Number.NaN),
  });
}
