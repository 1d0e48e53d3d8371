import proj4 from 'proj4';
import { crsDefinition } from '../../../src/kernel/geo/crs-definition.ts';
import { projector } from '../../../src/kernel/geo/crs-projector.ts';
import { GeodesicRay, geodesicBetween } from '../../../src/kernel/geo/geodesic.ts';
import { GeodesicLine } from '../../../src/kernel/geo/geodesic-line.ts';
import { greatCircleKm } from '../../../src/kernel/geo/geodesic-sphere.ts';
import { gridProjection } from '../../../src/kernel/geo/grid/grid-projection.ts';
import { tileFrame } from '../../../src/kernel/geo/grid/tile-frame.ts';
import { tileBox } from '../../../src/kernel/geo/grid/tile-matrix-set.ts';
import { webMercatorQuad } from '../../../src/kernel/geo/grid/well-known-grids.ts';
import { duel } from './duel.ts';

const count = 200_000;

/** `crs-projector`, `grid/grid-projection` and the geodesics: places moved and distances told. */
export function benchProjections(): void {
  const places = Float64Array.from({ length: count * 2 }, (_, i) =>
    i % 2 === 0 ? 45 + (i % 5000) / 1000 : 38.5 + (i % 3001) / 1000,
  );
  const sum = (xy: Float64Array) => {
    let total = 0;
    for (let i = 0; i < xy.length; i++) total += xy[i]!;
    return total;
  };

  for (const epsg of [3857, 32639]) {
    const { forward } = proj4(crsDefinition(4326)!.proj4, crsDefinition(epsg)!.proj4);
    const theirs = () => {
      let total = 0;
      for (let i = 0; i < places.length; i += 2) {
        const [x, y] = forward([places[i]!, places[i + 1]!]) as [number, number];
        total += x + y;
      }
      return total;
    };
    const peer = 'proj4, a position at a time';
    const { flat } = projector(4326, epsg);
    duel({
      what: `crs-projector: 200,000 positions to EPSG:${epsg}`,
      ours: () => {
        const xy = places.slice();
        flat(xy);
        return sum(xy);
      },
      peer,
      theirs,
      tolerance: 1e-9,
    });
    const grid = gridProjection({ epsg });
    duel({
      what: `grid/grid-projection: 200,000 positions to EPSG:${epsg}`,
      ours: () => {
        const xy = places.slice();
        grid.forward(xy, 0, xy.length);
        return sum(xy);
      },
      peer,
      theirs,
      tolerance: 1e-9,
    });
  }

  const frame = tileFrame(webMercatorQuad, { level: 14, row: 6179, column: 10355 });
  const [west, south, east, north] = frame.box!;
  const corners = Float64Array.from({ length: count * 2 }, (_, i) =>
    i % 2 === 0 ? west + ((i % 5000) / 5000) * (east - west) : south + ((i % 3001) / 3001) * (north - south),
  );
  const [left, , , top] = tileBox(webMercatorQuad, frame.address);
  duel({
    what: 'grid/mercator-to-tile: 200,000 positions of a tile to its units',
    ours: () => {
      const xy = corners.slice();
      frame.toTile(xy, 0, xy.length);
      return sum(xy);
    },
    peer: 'grid/grid-projection, then scaled',
    theirs: () => {
      const xy = corners.slice();
      gridProjection(webMercatorQuad).forward(xy, 0, xy.length);
      let total = 0;
      for (let i = 0; i < xy.length; i += 2)
        total += (xy[i]! - left) / frame.unit + (top - xy[i + 1]!) / frame.unit;
      return total;
    },
    tolerance: 1e-6,
  });

  const distances = (between: (lon: number, lat: number) => number) => () => {
    let total = 0;
    for (let i = 0; i < places.length; i += 2) total += between(places[i]!, places[i + 1]!);
    return total;
  };
  duel({
    what: 'geodesic: 200,000 distances on the ellipsoid',
    ours: distances((lon, lat) => geodesicBetween(49.9, 40.4, lon, lat).distanceM / 1000),
    peer: 'geodesic-sphere: what half a per cent of truth costs',
    theirs: distances((lon, lat) => greatCircleKm(49.9, 40.4, lon, lat)),
    tolerance: 0.005,
  });

  const [lon, lat] = [new Float64Array(count), new Float64Array(count)];
  const line = new GeodesicLine();
  const ray = new GeodesicRay();
  duel({
    what: 'geodesic-line: 200,000 points of a line, 90 m apart',
    ours: () => {
      for (let i = 0; i < 100; i++) line.lay(47, 40, i * 3.6, 90, count / 100, lon, lat);
      return lat[count / 100 - 1]!;
    },
    peer: 'GeodesicRay, every point exactly',
    theirs: () => {
      for (let i = 0; i < 100; i++) {
        ray.aim(47, 40, i * 3.6);
        for (let k = 0; k < count / 100; k++) ray.at(k * 90);
      }
      return ray.lat;
    },
    tolerance: 1e-9,
  });
}
