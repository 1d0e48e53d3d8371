import type { GeometryKind } from '../../register/declaration.ts';
import type { SourceCrs, SourceField, SourceLayer } from '../source.ts';
import { normalDate, normalTimestamp } from '../time-values.ts';

/** What GDAL's vector information (its JSON form) says of a layer, in our terms. */
interface InfoLayer {
  readonly name: string;
  readonly featureCount?: number;
  readonly geometryFields?: readonly InfoGeometry[];
  readonly fields?: readonly InfoField[];
}
interface InfoGeometry {
  readonly type?: string;
  readonly coordinateSystem?: { readonly wkt?: string; readonly projjson?: { readonly id?: InfoId } };
}
interface InfoId {
  readonly authority?: string;
  readonly code?: number | string;
}
interface InfoField {
  readonly name: string;
  readonly type: string;
  readonly subType?: string;
}

export interface GdalField extends SourceField {
  read(value: unknown): unknown;
}

export interface GdalLayer {
  readonly layer: SourceLayer;
  readonly fields: readonly GdalField[];
}

/** Layers of a file by GDAL's vector information, without the fields whose names are `ignored`. */
export function gdalLayers(info: string, ignored: readonly string[] = []): GdalLayer[] {
  const { layers = [] } = JSON.parse(info) as { layers?: readonly InfoLayer[] };
  return layers.map((layer) => {
    const geometry = layer.geometryFields?.[0];
    const fields = (layer.fields ?? []).filter(({ name }) => !ignored.includes(name)).map(fieldOf);
    const crs = crsOf(geometry);
    return {
      fields,
      layer: {
        name: layer.name,
        fields: fields.map(({ name, type, items }) => (items ? { name, type, items } : { name, type })),
        geometry: geometry ? kindOf(geometry.type ?? '') : null,
        ...(layer.featureCount !== undefined && layer.featureCount >= 0
          ? { featureCount: layer.featureCount }
          : {}),
        ...(crs ? { crs } : {}),
      },
    };
  });
}

const same = (value: unknown) => value;
const onText = (change: (text: string) => unknown) => (value: unknown) =>
  typeof value === 'string' ? change(value) : value;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const readers: Readonly<Record<string, Omit<GdalField, 'name'>>> = {
  Integer: { type: 'integer', read: same },
  Integer64: { type: 'integer', read: same },
  Real: { type: 'number', read: same },
  String: { type: 'string', read: (value) => (typeof value === 'number' ? String(value) : value) },
  Date: { type: 'date', read: onText(normalDate) },
  DateTime: { type: 'timestamp', read: onText(normalTimestamp) },
  IntegerList: { type: 'array', items: 'integer', read: same },
  Integer64List: { type: 'array', items: 'integer', read: same },
  RealList: { type: 'array', items: 'number', read: same },
  StringList: { type: 'array', items: 'string', read: same },
};

function fieldOf({ name, type, subType }: InfoField): GdalField {
  if (subType === 'Boolean') {
    return { name, type: 'boolean', read: (value) => (typeof value === 'number' ? value !== 0 : value) };
  }
  if (subType === 'JSON') return { name, type: 'object', read: onText(parsed) };
  return { name, ...(readers[type] ?? { type: 'string', read: same }) };
}

function kindOf(type: string): GeometryKind | null {
  const name = type
    .replace(/^(3D |3D Measured |Measured )/, '')
    .replace(/ ?(Z|M|ZM)$/, '')
    .replaceAll(' ', '');
  const known: Readonly<Record<string, GeometryKind>> = {
    MultiSurface: 'MultiPolygon',
    MultiCurve: 'MultiLineString',
  };
  if (/^(Multi)?(Point|LineString|Polygon)$|^GeometryCollection$/.test(name)) return name as GeometryKind;
  if (name === 'None') return null;
  return known[name] ?? 'Geometry';
}

function crsOf(geometry: InfoGeometry | undefined): SourceCrs | undefined {
  const system = geometry?.coordinateSystem;
  if (!system?.wkt) return undefined;
  const id = system.projjson?.id;
  const isCrs84 = id?.authority === 'OGC' && String(id.code).includes('CRS84');
  const epsg = id?.authority === 'EPSG' ? Number(id.code) : isCrs84 ? 4326 : undefined;
  return { ...(epsg === undefined ? {} : { epsg }), wkt: system.wkt };
}
