import { narrow } from '../access/narrow.ts';
import { tileFrame } from '../geo/grid/tile-frame.ts';
import { webMercatorQuad } from '../geo/grid/well-known-grids.ts';
import { coveringBox } from '../geo/packed-tree.ts';
import { languages } from '../i18n/language.ts';
import { positionOf } from '../query/position.ts';
import type { Question } from '../query/question.ts';
import type { Services } from '../services.ts';
import { type ArchiveReport, writePmtiles } from './pmtiles/writer.ts';
import { SqlTileSource } from './sql-tile-source.ts';
import type { LayerReport } from './tile-layer.ts';
import { TileMaker } from './tile-maker.ts';
import { languageTag } from './tile-properties.ts';
import { tilePyramid } from './tile-pyramid.ts';
import type { TileSource } from './tile-source.ts';
import { allTouches } from './version/touches.ts';

export interface TileArchiveOptions {
  readonly question: Omit<Question, 'bbox'>;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly source?: TileSource;
  readonly signal?: AbortSignal;
  readonly onShare?: (share: number, tiles: number) => void;
}

/**
 * Writes a register as a PMTiles archive, all of it as known at one position of the log and as it is at one moment; the
 * same question at the same position and moment gives the same bytes.
 * @throws {Problem} `register-not-found`; the signal's reason where it is stopped
 */
export async function writeTileArchive(
  { database, registry, clock }: Pick<Services, 'database' | 'registry' | 'clock'>,
  path: string,
  options: TileArchiveOptions,
): Promise<ArchiveReport & { readonly dropped: number }> {
  const { question, minZoom, maxZoom } = options;
  const register = registry.require(question.register);
  const view = narrow(register, question.caller);
  const position = await positionOf(database, question.asOf);
  const now = clock().getTime();
  const maker = new TileMaker({
    database,
    registry,
    clock,
    source: options.source ?? new SqlTileSource(database),
  });
  const touches = await allTouches(database, register, view, position);
  // A point in the Gulf of Guinea where there is nothing.
  const reach = coveringBox(touches.tree.levels.at(-1)!) ?? [0, 0, 0, 0];
  let dropped = 0;
  const count = (report: LayerReport) => {
    dropped = Math.max(dropped, report.dropped);
  };
  const tiles = tilePyramid({
    minZoom,
    maxZoom,
    reach,
    async draw(level, row, column) {
      const { bytes, reports } = await maker.draw({
        registers: [register.id],
        caller: question.caller,
        filter: question.filter,
        datetime: question.datetime,
        frame: tileFrame(webMercatorQuad, { level, row, column }),
        position,
        now,
      });
      reports.forEach(count);
      return bytes;
    },
    onShare: options.onShare,
  });
  const fields = view.fields.flatMap((field) =>
    field.type === 'localized'
      ? languages.map((language) => [languageTag(field.name, language), 'String'])
      : [
          [
            field.name,
            { integer: 'Number', number: 'Number', boolean: 'Boolean' }[String(field.type)] ?? 'String',
          ],
        ],
  );
  const report = await writePmtiles(path, tiles, {
    minZoom,
    maxZoom,
    bounds: reach,
    signal: options.signal,
    metadata: {
      name: register.title.en,
      description: register.description.en,
      type: 'overlay',
      'ufuq:register': register.id,
      'ufuq:logPosition': position,
      vector_layers: [
        {
          id: register.id,
          description: register.title.en,
          minzoom: minZoom,
          maxzoom: maxZoom,
          fields: { id: 'String', ...Object.fromEntries(fields) },
        },
      ],
    },
  });
  return { ...report, dropped };
}
