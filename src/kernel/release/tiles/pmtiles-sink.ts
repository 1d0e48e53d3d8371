import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sink, SinkRecord } from '../../formats/sink.ts';
import { languages } from '../../i18n/language.ts';
import type { Field } from '../../register/declaration.ts';
import { colourField } from '../../tiles/layer-fields.ts';
import { writePmtiles } from '../../tiles/pmtiles/writer.ts';
import { languageTag } from '../../tiles/tile-properties.ts';
import { RecordShelf } from './record-shelf.ts';
import { drawTiles, levelsOf } from './shelf-tiles.ts';

export const pmtilesType = 'application/vnd.pmtiles';

export interface PmtilesOptions {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly signal?: AbortSignal | undefined;
}

/** A register as an archive of vector tiles (PMTiles 3): the same records give the same bytes. */
export function pmtilesSink({ id, title, fields, signal }: PmtilesOptions): Sink {
  const groupBy = colourField({ fields }, { fields });
  let folder: string | undefined;
  let shelf: RecordShelf | undefined;
  const open = async () => {
    folder ??= await mkdtemp(join(tmpdir(), 'ufuq-tiles-'));
    shelf ??= new RecordShelf(join(folder, 'records'));
    return shelf;
  };
  const abort = async () => {
    shelf?.close();
    shelf = undefined;
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    folder = undefined;
  };
  return {
    mediaType: pmtilesType,
    extension: 'pmtiles',
    isBinary: true,
    isStreamed: false,
    async write(records) {
      const target = await open();
      for (const record of records) target.add(record, groupOf(record, groupBy));
      return undefined;
    },
    async *end() {
      try {
        const source = await open();
        source.seal();
        const levels = levelsOf(source);
        const path = join(folder!, 'file.pmtiles');
        const maxZoom = Math.max(0, levels.length - 1);
        await writePmtiles(path, drawTiles(source, levels, { register: { id }, fields, groupBy }, signal), {
          metadata: metadataOf(id, title, fields, maxZoom),
          minZoom: 0,
          maxZoom,
          bounds: source.bounds ?? [-180, -85, 180, 85],
          ...(signal && { signal }),
        });
        yield* createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
      } finally {
        await abort();
      }
    },
    abort,
  };
}

function groupOf({ properties }: SinkRecord, groupBy: Field | undefined): string | null {
  const value = groupBy && properties[groupBy.name];
  return typeof value === 'string' ? value : null;
}

function metadataOf(id: string, title: string, fields: readonly Field[], maxZoom: number) {
  const named = fields.flatMap(({ name, type }): [string, string][] =>
    type === 'localized'
      ? languages.map((language) => [languageTag(name, language), 'String'])
      : [
          [
            name,
            type === 'integer' || type === 'number' ? 'Number' : type === 'boolean' ? 'Boolean' : 'String',
          ],
        ],
  );
  return {
    name: title,
    type: 'overlay',
    vector_layers: [
      { id, minzoom: 0, maxzoom: maxZoom, fields: Object.fromEntries([['id', 'String'], ...named]) },
    ],
  };
}
