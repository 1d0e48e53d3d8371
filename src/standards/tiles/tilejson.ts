import { narrow } from '../../kernel/access/narrow.ts';
import { webMercatorQuad } from '../../kernel/geo/grid/well-known-grids.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { Field } from '../../kernel/register/declaration.ts';
import type { Register } from '../../kernel/register/register.ts';
import { languageTag } from '../../kernel/tiles/tile-properties.ts';
import type { RequestContext, Subject } from './context.ts';
import { tileTemplate, titleOf } from './tile-template.ts';

/** TileJSON 3.0: what map libraries read of a tileset. */
export const tileJsonForm = {
  id: 'tilejson',
  mediaType: 'application/vnd.mapbox.tile+json',
  aliases: ['application/tilejson+json'],
};

/** Deepest level that is cut; clients magnify it further. */
export const deepestTiles = 16;

export function tileJson(
  context: RequestContext,
  subject: Subject,
  chosen: readonly Register[],
  reach: readonly number[] | undefined,
): object {
  const { settings, language, caller } = context;
  const owed = settings.packFacts?.attribution?.map(({ text }) => text).join(' · ');
  return {
    tilejson: '3.0.0',
    name: titleOf(context, subject),
    ...(subject.isWhole ? {} : { description: textIn(language, chosen[0]!.description) }),
    ...(owed ? { attribution: owed } : {}),
    tiles: [tileTemplate(context, subject, webMercatorQuad, '{z}/{y}/{x}')],
    minzoom: 0,
    maxzoom: deepestTiles,
    ...(reach ? { bounds: reach } : {}),
    vector_layers: chosen.map((register) => ({
      id: register.id,
      description: textIn(language, register.title),
      minzoom: 0,
      maxzoom: deepestTiles,
      fields: layerFields(narrow(register, caller).fields, language),
    })),
  };
}

/** Names of a layer's properties as they stand in tiles, and what they are called. */
export function layerFields(
  fields: readonly Field[],
  language: RequestContext['language'],
): Record<string, string> {
  const named = fields.flatMap((field): [string, string][] => {
    const title = textIn(language, field.title)!;
    if (field.type !== 'localized') return [[field.name, title]];
    return languages.map((each) => [languageTag(field.name, each), `${title} (${each})`]);
  });
  return Object.fromEntries([['id', 'id'], ...named]);
}
