import { describe, expect, it } from 'vitest';
import { crsDefinition, isGeographic, isNorthingFirst } from './crs-definition.ts';
import { projector, UnknownCrsError } from './crs-projector.ts';
import { epsgOfName, epsgOfWkt } from './crs-wkt.ts';

/** code, longitude, latitude, x, y: ST_Transform of PostGIS 3.3 with PROJ 9.1, rounded to a micrometre. */
const transformed = [
  [32638, 49.8671, 40.4093, 913042.964447, 4484574.394929],
  [32638, 44.1, 38.4, 421412.785092, 4250580.770329],
  [32638, 38.2, 39.0, -89112.409008, 4338834.388483],
  [32639, 49.8671, 40.4093, 403874.838198, 4473803.216881],
  [32639, 44.1, 38.4, -102830.107169, 4272805.62855],
  [32639, 57.16, 46.4, 973489.444894, 5156959.014706],
  [3857, 49.8671, 40.4093, 5551180.179337, 4925600.128508],
  [3857, 57.16, 46.4, 6363022.093744, 5844682.851056],
  [3035, 46.36, 40.68, 7275051.703164, 2686093.62987],
  // Datum shifts that the registry states as coordinate frame rotations.
  [28408, 47.0, 40.0, 8670898.514924, 4431535.730785],
  [28409, 49.8671, 40.4093, 9403932.804966, 4475675.966315],
  [2498, 44.1, 38.4, 421485.635895, 4252372.774564],
  [31370, 4.35, 50.85, 148679.447378, 171066.81033],
] as const;

describe('reference systems', () => {
  it.each(transformed)(
    'EPSG:%i agrees with PROJ to a millimetre at %d, %d, there and back',
    (epsg, lon, lat, x, y) => {
      const [px, py] = projector(4326, epsg).position([lon, lat]) as [number, number];
      expect(Math.abs(px - x)).toBeLessThan(0.001);
      expect(Math.abs(py - y)).toBeLessThan(0.001);
      const [bx, by] = projector(epsg, 4326).position([x, y]) as [number, number];
      expect(Math.abs(bx - lon)).toBeLessThan(1e-8);
      expect(Math.abs(by - lat)).toBeLessThan(1e-8);
    },
  );

  it('keeps heights, moves flat arrays in place, and refuses what it does not know', () => {
    const moved = projector(4326, 32639).geometry({ type: 'LineString', coordinates: [[51, 41.9, 12]] });
    expect(moved.coordinates[0]![2]).toBe(12);
    const flat = [51, 41.9];
    projector(4326, 32639).flat(flat);
    expect(flat[0]).toBeCloseTo(500000, 3);
    expect(projector(4326, 4326).isIdentity).toBe(true);
    expect(() => projector(4326, 999999)).toThrow(UnknownCrsError);
    expect(() => projector(4326, 'nonsense')).toThrow(UnknownCrsError);
  });

  it('knows which systems put north first', () => {
    for (const epsg of [4326, 4258, 31467, 28408, 2393, 3035, 2180, 5343])
      expect([epsg, isNorthingFirst(epsg)]).toEqual([epsg, true]);
    for (const epsg of [3857, 32638, 32639, 27700, 2154, 3031, 3995, 2046, 3413, 7084]) {
      expect([epsg, isNorthingFirst(epsg)]).toEqual([epsg, false]);
    }
    expect(isGeographic(4326)).toBe(true);
    expect(isGeographic(32639)).toBe(false);
    expect(crsDefinition(32639)?.area).toEqual([48, 0, 54, 84]);
    expect(crsDefinition(1)).toBeUndefined();
    expect(crsDefinition(Number.NaN)).toBeUndefined();
  });

  it('finds the code in WKT 1, WKT 2 and ESRI definitions', () => {
    expect(epsgOfWkt(crsDefinition(32639)!.wkt)).toBe(32639);
    expect(
      epsgOfWkt(
        'PROJCS["WGS_1984_UTM_Zone_39N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",51.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      ),
    ).toBe(32639);
    const wrongMeridian =
      'PROJCS["WGS_1984_UTM_Zone_39N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",45.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    expect(epsgOfWkt(wrongMeridian)).toBeUndefined();
    expect(projector(4326, wrongMeridian).position([45, 40])[0]).toBeCloseTo(500000, 3);
    expect(
      epsgOfWkt(
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]',
      ),
    ).toBe(4326);
    expect(
      epsgOfWkt('GEOGCRS["WGS 84",DATUM["x",ELLIPSOID["WGS 84",6378137,298.257223563]],ID["EPSG",4326]]'),
    ).toBe(4326);
    expect(epsgOfWkt('not a definition')).toBeUndefined();
  });

  it('reads the names that documents use', () => {
    for (const name of [
      'EPSG:3857',
      'urn:ogc:def:crs:EPSG::3857',
      'http://www.opengis.net/def/crs/EPSG/0/3857',
      '3857',
      'http://www.opengis.net/gml/srs/epsg.xml#3857',
      'urn:x-ogc:def:crs:EPSG:6.9:3857',
      '[EPSG:3857]',
    ]) {
      expect([name, epsgOfName(name)]).toEqual([name, 3857]);
    }
    expect(epsgOfName('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe(4326);
    expect(epsgOfName('http://www.opengis.net/def/crs/OGC/1.3/CRS84')).toBe(4326);
    expect(epsgOfName('OGC:CRS84')).toBe(4326);
    expect(epsgOfName('local')).toBeUndefined();
  });
});
