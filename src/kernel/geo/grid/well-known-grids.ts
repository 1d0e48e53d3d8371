import type { TileMatrix, TileMatrixSet } from './tile-matrix-set.ts';

/** The grids that tiles are cut by: OGC's registered ones, and its UTM grid for the zones asked for. */

const levels = 25;
/** Metres of a cell of the rendering pixel that scale denominators are stated for (OGC 17-083r4, 6.1). */
const pixelMetres = 0.00028;
/** Radius of WGS 84 in metres. */
const radiusMetres = 6378137;
const metresPerDegree = (Math.PI * radiusMetres) / 180;

/** Half the side of the Web Mercator square, metres. */
export const mercatorHalfMetres = Math.PI * radiusMetres;

/** Latitude at which the Web Mercator square ends, degrees. */
export const mercatorLatitude = 85.0511287798066;

interface Pyramid {
  readonly cellSize: number;
  readonly width: number;
  readonly height: number;
  readonly first: number;
  readonly metresPerUnit: number;
}

function pyramid({ cellSize, width, height, first, metresPerUnit }: Pyramid): TileMatrix[] {
  return Array.from({ length: levels - first }, (_, level) => ({
    id: String(level + first),
    scaleDenominator: (cellSize * metresPerUnit) / pixelMetres / 2 ** level,
    cellSize: cellSize / 2 ** level,
    matrixWidth: width * 2 ** level,
    matrixHeight: height * 2 ** level,
  }));
}

/** 17-083r4, D.1: what nearly every web map draws. */
export const webMercatorQuad: TileMatrixSet = {
  id: 'WebMercatorQuad',
  title: 'Google Maps Compatible for the World',
  uri: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
  crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
  epsg: 3857,
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  pointOfOrigin: [-mercatorHalfMetres, mercatorHalfMetres],
  area: [-180, -mercatorLatitude, 180, mercatorLatitude],
  tileMatrices: pyramid({
    cellSize: (2 * mercatorHalfMetres) / 256,
    width: 1,
    height: 1,
    first: 0,
    metresPerUnit: 1,
  }),
};

/** 17-083r4, D.2: degrees, two tiles at the top. */
export const worldCrs84Quad: TileMatrixSet = {
  id: 'WorldCRS84Quad',
  title: 'CRS84 for the World',
  uri: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WorldCRS84Quad',
  crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  epsg: 4326,
  orderedAxes: ['Lon', 'Lat'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad',
  pointOfOrigin: [-180, 90],
  area: [-180, -90, 180, 90],
  tileMatrices: pyramid({
    cellSize: 180 / 256,
    width: 2,
    height: 1,
    first: 0,
    metresPerUnit: metresPerDegree,
  }),
};

/** Metres from the equator to a pole along a meridian of WGS 84. */
const quarterMeridianMetres = 10001965.7293128;
/** Degrees either side of the central meridian that the projection is used for; a zone reaches 3. */
const utmReachDeg = 15;

/** 17-083r4, D.4, made for zone 31 there: the same square around the central meridian of any northern zone. */
export function utmQuad(zone: number): TileMatrixSet {
  const meridian = zone * 6 - 183;
  return {
    id: `UTM${zone}WGS84Quad`,
    title: `Universal Transverse Mercator zone ${zone} WGS84 Quad`,
    crs: `http://www.opengis.net/def/crs/EPSG/0/${32600 + zone}`,
    epsg: 32600 + zone,
    orderedAxes: ['E', 'N'],
    pointOfOrigin: [500_000 - quarterMeridianMetres, 2 * quarterMeridianMetres],
    area: [meridian - utmReachDeg, -80, meridian + utmReachDeg, 84],
    tileMatrices: pyramid({
      cellSize: (2 * quarterMeridianMetres) / 256,
      width: 1,
      height: 2,
      first: 1,
      metresPerUnit: 1,
    }),
  };
}

/** Every grid that tiles are served by; zones 38 and 39 are those of the Caspian's western shore. */
export const tileMatrixSets: readonly TileMatrixSet[] = [
  webMercatorQuad,
  worldCrs84Quad,
  utmQuad(38),
  utmQuad(39),
];
