import { type Format, formats } from '../../kernel/formats/formats.ts';
import type { Representation } from '../../kernel/http/negotiation.ts';
import { geoJson, html, jsonFg } from './representations.ts';

/** A form in which records can be had. */
export interface ItemFormat extends Representation {
  readonly title: string;
  /** How it is made: by this standard itself, or by the sink of a file format. */
  readonly sink?: Format['id'];
}

/** File formats that a page of records can be had in; the others are for whole registers. */
const ofPages: ReadonlySet<string> = new Set(['csv', 'geojsonseq', 'flatgeobuf', 'gpkg']);

const ofFiles: readonly ItemFormat[] = formats
  .filter(({ canWrite, id }) => canWrite && id !== 'geojson' && id !== 'jsonfg')
  .map(({ id, title, mediaTypes }) => ({
    id,
    title,
    mediaType: id === 'csv' ? 'text/csv; charset=utf-8' : mediaTypes[0]!,
    aliases: mediaTypes,
    sink: id,
  }));

/** Forms of `/items`, the first for clients that do not mind. */
export const itemFormats: readonly ItemFormat[] = [
  { ...geoJson, title: 'GeoJSON' },
  { ...html, title: 'HTML' },
  { ...jsonFg, title: 'JSON-FG' },
  ...ofFiles.filter(({ id }) => ofPages.has(id)),
];

/** Forms of a single record. */
export const recordFormats: readonly ItemFormat[] = itemFormats.filter(({ sink }) => sink === undefined);

/** Forms of `/export`. */
export const exportFormats: readonly ItemFormat[] = [
  { ...geoJson, id: 'geojson', title: 'GeoJSON', sink: 'geojson' },
  { ...jsonFg, title: 'JSON-FG', sink: 'jsonfg' },
  ...ofFiles,
];
