import type { Representation } from '../../kernel/http/negotiation.ts';

/** The forms in which resources of this standard can be had; the first of a list is what clients get who do not mind. */
export const json: Representation = { id: 'json', mediaType: 'application/json' };
export const html: Representation = {
  id: 'html',
  mediaType: 'text/html; charset=utf-8',
  aliases: ['text/html', 'application/xhtml+xml'],
};
export const schemaJson: Representation = {
  id: 'json',
  mediaType: 'application/schema+json',
  aliases: ['application/json'],
};
export const openApi: Representation = {
  id: 'json',
  mediaType: 'application/vnd.oai.openapi+json;version=3.0',
  aliases: ['application/json', 'application/vnd.oai.openapi+json'],
};
export const geoJson: Representation = {
  id: 'json',
  mediaType: 'application/geo+json',
  aliases: ['application/json'],
};
export const jsonFg: Representation = {
  id: 'jsonfg',
  mediaType: 'application/fg+json',
  aliases: ['application/vnd.ogc.fg+json'],
};

export const titles: Readonly<Record<string, string>> = {
  json: 'JSON',
  html: 'HTML',
  jsonfg: 'JSON-FG',
};
