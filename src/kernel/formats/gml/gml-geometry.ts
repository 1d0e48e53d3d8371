import type { Geometry, Position } from 'geojson';

/** A geometry as GML 3.2; parts of a multi geometry get identifiers of their own, as the schema demands. */
export function gmlGeometry(geometry: Geometry, srs: string, isYFirst: boolean, id: string): string {
  const dimensions = countDimensions(geometry);
  const write = new GmlWriter(isYFirst, dimensions);
  return write.geometry(geometry, id, ` srsName="${srs}" srsDimension="${dimensions}"`);
}

function countDimensions(geometry: Geometry): 2 | 3 {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.some((part) => countDimensions(part) === 3) ? 3 : 2;
  let level: unknown = geometry.coordinates;
  while (Array.isArray(level) && Array.isArray(level[0])) level = level[0];
  return Array.isArray(level) && level.length > 2 ? 3 : 2;
}

class GmlWriter {
  readonly #isYFirst: boolean;
  readonly #dimensions: 2 | 3;

  constructor(isYFirst: boolean, dimensions: 2 | 3) {
    this.#isYFirst = isYFirst;
    this.#dimensions = dimensions;
  }

  geometry(geometry: Geometry, id: string, attributes = ''): string {
    const open = ` gml:id="${id}"${attributes}`;
    const parts = (geometries: readonly Geometry[]) =>
      geometries.map((part, i) => this.geometry(part, `${id}.${i}`));
    switch (geometry.type) {
      case 'Point':
        return `<gml:Point${open}><gml:pos>${this.#position(geometry.coordinates)}</gml:pos></gml:Point>`;
      case 'LineString':
        return `<gml:LineString${open}>${this.#positions(geometry.coordinates)}</gml:LineString>`;
      case 'Polygon':
        return `<gml:Polygon${open}>${geometry.coordinates.map((ring, i) => this.#ring(ring, i)).join('')}</gml:Polygon>`;
      case 'MultiPoint':
        return multi(
          'MultiPoint',
          'point',
          open,
          parts(geometry.coordinates.map((c) => ({ type: 'Point', coordinates: c }))),
        );
      case 'MultiLineString':
        return multi(
          'MultiCurve',
          'curve',
          open,
          parts(geometry.coordinates.map((c) => ({ type: 'LineString', coordinates: c }))),
        );
      case 'MultiPolygon':
        return multi(
          'MultiSurface',
          'surface',
          open,
          parts(geometry.coordinates.map((c) => ({ type: 'Polygon', coordinates: c }))),
        );
      default:
        return multi('MultiGeometry', 'geometry', open, parts(geometry.geometries));
    }
  }

  #ring(ring: readonly Position[], index: number): string {
    const tag = index === 0 ? 'exterior' : 'interior';
    return `<gml:${tag}><gml:LinearRing>${this.#positions(ring)}</gml:LinearRing></gml:${tag}>`;
  }

  #positions(positions: readonly Position[]): string {
    return `<gml:posList>${positions.map((position) => this.#position(position)).join(' ')}</gml:posList>`;
  }

  #position([x, y, z]: Position): string {
    const pair = this.#isYFirst ? `${y} ${x}` : `${x} ${y}`;
    return this.#dimensions === 3 ? `${pair} ${z ?? 0}` : pair;
  }
}

function multi(tag: string, member: string, open: string, parts: readonly string[]): string {
  const members = parts.map((part) => `<gml:${member}Member>${part}</gml:${member}Member>`);
  return `<gml:${tag}${open}>${members.join('')}</gml:${tag}>`;
}
