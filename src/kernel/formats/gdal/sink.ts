import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { hasHeights } from '../../geo/geometry-positions.ts';
import { encodeWkt } from '../../geo/wkt.ts';
import { packFiles } from '../archive/pack.ts';
import { columnsOf } from '../flatgeobuf/header-writer.ts';
import { flatGeobufSink } from '../flatgeobuf/sink.ts';
import { dbfNames } from '../shapefile/names.ts';
import type { Sink, SinkLayer, SinkOptions, SinkRecord } from '../sink.ts';
import { spooledSink } from '../spool.ts';
import { GdalThread } from './gdal-thread.ts';
import { cellParts, longestCell, mostCells, partColumn } from './long-cells.ts';
import { type VrtColumn, vrtOver } from './vrt.ts';
import { timesAsText, WorkbookTimes } from './workbook-times.ts';

type GdalTarget = 'shapefile' | 'dxf' | 'xlsx';

/** Records of one family of geometry on their way to GDAL. */
interface Spooled {
  readonly name: string;
  readonly sink: Sink;
  readonly file: WriteStream;
}

const args: Readonly<Record<GdalTarget, readonly string[]>> = {
  shapefile: ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8', '-lco', '2GB_LIMIT=NO'],
  dxf: ['-f', 'DXF'],
  xlsx: ['-f', 'XLSX'],
};

/** Formats that GDAL writes: records are spooled as FlatGeobuf, typed by a virtual layer, and translated at the end. */
export function gdalSink(target: GdalTarget, options: SinkOptions): Sink {
  const { epsg = 4326 } = options;
  const layer = layerFor(target, options.layer);
  const spools = new Map<string, Spooled>();
  const hasPlaces = target === 'xlsx' && layer.fields.length > options.layer.fields.length;
  let placesUsed = 1;
  const times = target === 'xlsx' ? new WorkbookTimes(options.layer.fields) : undefined;

  async function spool(folder: string, family: string): Promise<Spooled> {
    let found = spools.get(family);
    if (!found) {
      const name = fileName(family === '' ? layer.id : `${layer.id}_${family}`);
      const kind = target === 'xlsx' ? null : layer.geometry === null ? null : 'Geometry';
      const sink = flatGeobufSink({ ...options, layer: { ...layer, id: name, geometry: kind } });
      found = { name, sink, file: createWriteStream(join(folder, `${name}.fgb`)) };
      spools.set(family, found);
    }
    return found;
  }

  async function put({ file }: Spooled, chunk: string | Uint8Array | undefined): Promise<void> {
    if (chunk !== undefined && !file.write(chunk)) await once(file, 'drain');
  }

  async function finish(folder: string): Promise<string> {
    if (spools.size === 0) await spool(folder, '');
    const [only] = spools.values();
    const isOne = spools.size === 1 && only !== undefined;
    for (const [family, spooled] of spools) {
      for await (const chunk of spooled.sink.end()) await put(spooled, chunk);
      await new Promise((resolve) => spooled.file.end(resolve));
      const name = isOne ? fileName(layer.id) : spooled.name;
      await translate(folder, spooled.name, name, family);
    }
    if (target !== 'shapefile') return `out.${target}`;
    await packFiles(
      folder,
      (await readdir(folder)).filter((name) => /\.(shp|shx|dbf|prj|cpg)$/.test(name)),
      'out.zip',
    );
    return 'out.zip';
  }

  async function translate(folder: string, spooled: string, name: string, family: string): Promise<void> {
    if (spooled !== name) await rename(join(folder, `${spooled}.fgb`), join(folder, `${name}.fgb`));
    const geometryType = target === 'xlsx' || layer.geometry === null ? 'wkbNone' : geometryTypeOf(family);
    const vrt = vrtOver(`${name}.fgb`, spooled, columns(), geometryType, epsg);
    await writeFile(
      join(folder, 'spool.vrt'),
      vrt.replace(`<OGRVRTLayer name="${spooled}">`, `<OGRVRTLayer name="${name}">`),
    );
    const thread = await GdalThread.take(options.signal);
    try {
      const open = {
        kind: 'open',
        folder,
        file: 'spool.vrt',
        driver: 'OGR_VRT',
        openOptions: [],
        config: {},
      } as const;
      for await (const _ of thread.ask(open));
      const file = target === 'shapefile' ? `${name}.shp` : `out.${target}`;
      const request = { kind: 'translate', folder, file, args: args[target] } as const;
      for await (const _ of thread.ask(request));
    } finally {
      await thread.close();
    }
  }

  function columns(): VrtColumn[] {
    const all = columnsOf(layer);
    if (target === 'dxf') return all.slice(1);
    const unused = target === 'xlsx' && hasPlaces ? placeColumns.slice(placesUsed) : [];
    if (times) return times.typed(all.filter(({ name }) => !unused.includes(name)));
    if (target !== 'shapefile') return all;
    const names = dbfNames(all.map(({ name }) => name));
    return all.map((column, i) => ({ ...column, target: names[i]! }));
  }

  return spooledSink(target, {
    async write(folder, records) {
      for (const [family, members] of byFamily(target, layer, records)) {
        const spooled = await spool(folder, family);
        const written = members.flatMap((record) => recordsFor(target, record, options));
        times?.observe(members);
        if (hasPlaces)
          for (const { properties } of written) placesUsed = Math.max(placesUsed, partsIn(properties));
        await put(spooled, await spooled.sink.write(written));
      }
    },
    finish,
  });
}

const families: Readonly<Record<string, string>> = {
  point: 'wkbPoint',
  multipoint: 'wkbMultiPoint',
  line: 'wkbMultiLineString',
  polygon: 'wkbMultiPolygon',
};

function geometryTypeOf(family: string): string {
  const type = families[family.replace('_z', '')];
  return type === undefined ? 'wkbUnknown' : family.endsWith('_z') ? `${type}25D` : type;
}

/** A shapefile holds one kind of geometry; records without one go with the rest. */
function byFamily(
  target: GdalTarget,
  { geometry: kind }: SinkLayer,
  records: readonly SinkRecord[],
): Map<string, SinkRecord[]> {
  const groups = new Map<string, SinkRecord[]>();
  for (const record of records) {
    if (target === 'dxf' && !record.geometry) continue;
    const family = target === 'shapefile' ? familyOf(record.geometry, kind) : '';
    const members = groups.get(family);
    if (members) members.push(record);
    else groups.set(family, [record]);
  }
  return groups;
}

function familyOf(geometry: Geometry | null, kind: string | null): string {
  const type = geometry?.type ?? kind ?? '';
  const name =
    singles[type] ?? (type.endsWith('LineString') ? 'line' : type.endsWith('Polygon') ? 'polygon' : '');
  return geometry && name !== '' && hasHeights(geometry) ? `${name}_z` : name;
}

const singles: Readonly<Record<string, string>> = { Point: 'point', MultiPoint: 'multipoint' };

/** What the target can hold: DXF knows only the name of a layer, dBase has no time of day, a cell takes WKT. */
function layerFor(target: GdalTarget, layer: SinkLayer): SinkLayer {
  if (target === 'dxf') return { ...layer, fields: [{ name: 'Layer', type: 'string' }] };
  if (target === 'shapefile') {
    const fields = layer.fields.map((field) =>
      field.type === 'timestamp' ? { ...field, type: 'string' as const } : field,
    );
    return { ...layer, fields };
  }
  const fields = timesAsText(layer.fields);
  if (layer.geometry === null || fields.some(({ name }) => name.toLowerCase() === 'geometry'))
    return { ...layer, fields };
  return {
    ...layer,
    fields: [...fields, ...placeColumns.map((name) => ({ name, type: 'string' as const }))],
  };
}

/** Columns that a workbook's WKT stands in; those that no record needs are left out of the file. */
const placeColumns = Array.from({ length: mostCells }, (_, i) => partColumn('geometry', i + 1));

function recordsFor(target: GdalTarget, record: SinkRecord, options: SinkOptions): SinkRecord[] {
  if (target === 'xlsx') return [asText(record, options)];
  if (target !== 'dxf') return [record];
  const properties = { Layer: options.layer.id };
  return drawable(record.geometry!).map((geometry) => ({ ...record, geometry, properties }));
}

/** A drawing has no entity of many points or of mixed parts: each part is drawn by itself. */
function drawable(geometry: Geometry): Geometry[] {
  if (geometry.type === 'MultiPoint')
    return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(drawable) : [geometry];
}

function asText(record: SinkRecord, { layer, epsg = 4326, onLoss }: SinkOptions): SinkRecord {
  if (layer.geometry === null || !record.geometry) return { ...record, geometry: null };
  const wkt = (epsg === 4326 ? '' : `SRID=${epsg};`) + encodeWkt(record.geometry);
  const parts = cellParts(wkt);
  if (!parts) onLoss?.('long-geometry');
  // No WKT, so that the record is refused where the file is read again, and not taken for one without a place.
  const cells = parts ?? [`${record.geometry.type} (${wkt.length} > ${longestCell * mostCells})`];
  const places = Object.fromEntries(cells.map((cell, i) => [placeColumns[i]!, cell]));
  return { ...record, geometry: null, properties: { ...record.properties, ...places } };
}

/** Number of cells that a record's place takes. */
function partsIn(properties: SinkRecord['properties']): number {
  return placeColumns.findLastIndex((name) => properties[name] !== undefined) + 1;
}

/** Name of a file for a layer: no path in it. */
function fileName(id: string): string {
  return id.replace(/[^\p{L}\p{N}_.-]/gu, '_').slice(0, 100) || 'layer';
}
