import { visibleRegisters } from '../../kernel/access/narrow.ts';
import type { Contribution } from '../../kernel/http/contribution.ts';
import { segment } from '../../kernel/http/links.ts';
import { message } from '../../kernel/i18n/message.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import { appearances } from '../../kernel/tiles/style/colours.ts';
import { stylesheet } from './plugin.ts';

const json = 'application/json';
const styles = 'http://www.opengis.net/def/rel/ogc/1.0/styles';

/** What styles add to the documents that all standards share. */
export const stylesContribution: Contribution = {
  conformsTo: ['core', 'mapbox-style'].map(
    (name) => `http://www.opengis.net/spec/ogcapi-styles-1/0.0/conf/${name}`,
  ),
  landing: ({ base, language }) => [
    { rel: styles, href: `${base}/styles`, type: json, title: message(language, 'page.styles') },
  ],
  collectionLinks: ({ base, language }, { id, geometry }) =>
    geometry === null
      ? []
      : [
          {
            rel: styles,
            href: `${base}/collections/${segment(id)}/styles`,
            type: json,
            title: message(language, 'page.styles'),
          },
        ],
  api: ({ services, caller, language }) => {
    const tag = message(language, 'page.styles');
    const own = visibleRegisters(services.registry.all(), caller)
      .filter(({ geometry }) => geometry !== null)
      .map(({ id, title }) => pathsUnder(`/collections/${id}`, `.${id}`, textIn(language, title)!));
    return { tags: [{ name: tag }], paths: Object.assign(pathsUnder('', '', tag), ...own) };
  },
};

function pathsUnder(path: string, suffix: string, tag: string): Record<string, object> {
  const f = { name: 'f', in: 'query', required: false, schema: { type: 'string' } };
  const style = {
    name: 'styleId',
    in: 'path',
    required: true,
    schema: { type: 'string', enum: [...appearances] },
  };
  const get = (operationId: string, summary: string, parameters: readonly object[], mediaType: string) => ({
    get: {
      operationId,
      summary,
      tags: [tag],
      parameters,
      responses: {
        200: { description: summary, content: { [mediaType]: { schema: { type: 'object' } } } },
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  });
  return {
    [`${path}/styles`]: get(`getStyles${suffix}`, 'Styles', [f], json),
    [`${path}/styles/{styleId}`]: get(
      `getStyle${suffix}`,
      'A MapLibre style',
      [style, f],
      stylesheet.mediaType,
    ),
    [`${path}/styles/{styleId}/metadata`]: get(
      `getStyleMetadata${suffix}`,
      'What a style is and which fields it reads',
      [style, f],
      json,
    ),
  };
}
