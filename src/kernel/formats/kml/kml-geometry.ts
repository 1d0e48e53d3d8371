import type { Geometry, Position } from 'geojson';

/** An element of a placemark with what it holds; placemarks are small enough to be kept as a tree. */
export interface KmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: KmlNode[];
  text: string;
}

export function childOf(node: KmlNode, name: string): KmlNode | undefined {
  return node.children.find((child) => child.name === name);
}

const geometryNames = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry']);

/** The placemark's geometry, null where it has none. Coordinates that are no numbers stay NaN for the check to find. */
export function geometryOf(placemark: KmlNode): Geometry | null {
  const node = placemark.children.find(({ name }) => geometryNames.has(name));
  return node ? read(node) : null;
}

function read(node: KmlNode): Geometry {
  switch (node.name) {
    case 'Point':
      return { type: 'Point', coordinates: positions(node)[0] ?? [] };
    case 'Polygon':
      return { type: 'Polygon', coordinates: rings(node) };
    case 'MultiGeometry':
      return merged(node.children.filter(({ name }) => geometryNames.has(name)).map(read));
    default:
      return { type: 'LineString', coordinates: positions(node) };
  }
}

function positions(node: KmlNode): Position[] {
  const text = childOf(node, 'coordinates')?.text.trim() ?? '';
  if (text === '') return [];
  return text
    .split(/\s+/)
    .map((tuple) => tuple.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))));
}

function rings(polygon: KmlNode): Position[][] {
  const outer = childOf(polygon, 'outerBoundaryIs');
  const boundaries = [
    ...(outer ? [outer] : []),
    ...polygon.children.filter(({ name }) => name === 'innerBoundaryIs'),
  ];
  return boundaries.flatMap((boundary) =>
    boundary.children.filter(({ name }) => name === 'LinearRing').map((ring) => positions(ring)),
  );
}

/** Members of one kind become a Multi geometry. */
function merged(members: Geometry[]): Geometry {
  const kinds = new Set(members.map(({ type }) => type));
  const [kind] = kinds;
  if (kinds.size === 1 && (kind === 'Point' || kind === 'LineString' || kind === 'Polygon')) {
    const coordinates = members.map((member) => (member as { coordinates?: unknown }).coordinates);
    return { type: `Multi${kind}`, coordinates } as unknown as Geometry;
  }
  return { type: 'GeometryCollection', geometries: members };
}
