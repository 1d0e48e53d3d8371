import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { headOf } from '../byte-window.ts';
import { typedCell } from '../csv/text-types.ts';
import { openGdalFormat } from '../gdal/formats.ts';
import { idColumnIn } from '../id-column.ts';
import type {
  ReadProblem,
  Source,
  SourceField,
  SourceLayer,
  SourceOptions,
  SourceRecord,
} from '../source.ts';
import { readXml } from '../xml/xml-file.ts';
import { fieldName, typesInstruction } from './names.ts';

type Types = Readonly<Record<string, [SourceField['type'], SourceField['items']?]>>;

/** Corners of a feature's own box, which GDAL takes for properties where a file comes without its schema. */
const boxCorners = ['lowerCorner', 'upperCorner'];

/** Whether GDAL finds a schema beside the file; what that names is followed. */
function hasSchema(path: string): boolean {
  const { dir, name, ext } = parse(path);
  return ext.toLowerCase() === '.gml' && ['.gfs', '.xsd'].some((each) => existsSync(join(dir, name + each)));
}

/** GML through GDAL, which knows its many dialects; our own files say what types their fields have. */
export async function openGml(options: SourceOptions): Promise<Source> {
  await refuseUnsound(options);
  const head = (await headOf(options.path, 256 << 10)).toString('utf8');
  const match = new RegExp(`<\\?${typesInstruction} (\\{.*\\})\\?>`).exec(head);
  if (!match) return openGdalFormat('gml', options, hasSchema(options.path) ? {} : { ignored: boxCorners });
  const types = JSON.parse(match[1]!) as Types;
  const source = await openGdalFormat('gml', options, {
    config: { GML_FIELDTYPES: 'ALWAYS_STRING' },
    openOptions: ['EMPTY_AS_NULL=NO'],
  });
  return {
    ...source,
    layers: async () => (await source.layers()).map((layer) => typedLayer(layer, types)),
    async *records(layer) {
      for await (const batch of source.records(layer))
        yield batch.map((record) => typedRecord(record, types));
    },
  };
}

/** GDAL takes what it finds in a file that was cut off: the whole of it is looked at first. */
async function refuseUnsound({ path, encoding, signal }: SourceOptions): Promise<void> {
  let members = 0;
  const handler = {
    open() {},
    text() {},
    close(name: string) {
      if (/^(featureMember|member)$/.test(name)) members++;
    },
  };
  for await (const _ of readXml(path, handler, { encoding, signal, records: () => members }));
}

function typedLayer(layer: SourceLayer, types: Types): SourceLayer {
  const names = Object.keys(types);
  const present = layer.fields.map(({ name }) => fieldName(name)).filter((name) => name !== 'gml_id');
  const idField = idColumnIn(present);
  const all = [...(idField && !names.includes(idField) ? [idField] : []), ...names];
  return {
    ...layer,
    name: fieldName(layer.name),
    fields: all.map((name) => {
      const [type, items] = types[name] ?? ['string'];
      return items ? { name, type, items } : { name, type };
    }),
    ...(idField ? { idField } : {}),
  };
}

function typedRecord(record: SourceRecord, types: Types): SourceRecord {
  const texts = new Map(
    Object.entries(record.properties).map(([element, value]) => [fieldName(element), value]),
  );
  const properties: Record<string, unknown> = {};
  const problems: ReadProblem[] = [...(record.problems ?? [])];
  const idField = idColumnIn([...texts.keys()]);
  if (idField && !types[idField]) properties[idField] = texts.get(idField) ?? null;
  for (const [name, [type]] of Object.entries(types)) {
    const text = texts.get(name);
    const value = text === null || text === undefined ? null : typedCell(String(text), type);
    if (value === undefined) {
      const params = { field: name, value: String(text).slice(0, 60), type };
      problems.push({ row: record.row, code: 'value-not-of-type', severity: 'error', params });
    }
    properties[name] = value ?? null;
  }
  const id = idField === undefined ? undefined : texts.get(idField);
  const { problems: _, ...rest } = record;
  return {
    ...rest,
    ...(id === undefined || id === null ? {} : { id: String(id) }),
    properties,
    ...(problems.length > 0 ? { problems } : {}),
  };
}
