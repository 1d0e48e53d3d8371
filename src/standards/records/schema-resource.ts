import type { FastifyReply } from 'fastify';
import { html as markup } from '../../kernel/http/html.ts';
import { type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { message } from '../../kernel/i18n/message.ts';
import { answer, formOf, schemaJson, twoForms } from './answer.ts';
import { descriptionParameters } from './collection.ts';
import { catalogueUrl, type RecordsContext } from './context.ts';
import { type RecordField, recordFields } from './record-fields.ts';
import { catalogueTrail } from './trail.ts';

/** What comes, what can be filtered by, what sorted by. */
export const schemaKinds = ['schema', 'queryables', 'sortables'] as const;
export type SchemaKind = (typeof schemaKinds)[number];

/** GET `/collections/catalogue/schema`, `queryables`, `sortables` (OGC 23-058; `/req/sorting/get-sortables-op`). */
export function answerSchema(context: RecordsContext, kind: SchemaKind, reply: FastifyReply) {
  const { language } = context;
  const { f } = requireParameters(context.request.query as RawQuery, descriptionParameters);
  const chosen = formOf(context, schemaJson, f);
  const url = `${catalogueUrl(context)}/${kind}`;
  const fields = recordFields.filter(({ isSortable }) => kind !== 'sortables' || isSortable);
  const properties = Object.fromEntries(fields.map((field) => [field.name, schemaOf(field, context)]));
  const place =
    kind === 'sortables'
      ? {}
      : {
          geometry: {
            title: message(language, 'page.geometry'),
            'x-ogc-role': 'primary-geometry',
            format: 'geometry-any',
          },
        };
  const title = message(language, `page.${kind}`);
  return answer(context, reply, chosen, {
    self: f === undefined ? url : `${url}?f=${f}`,
    links: twoForms(url, chosen, schemaJson),
    title,
    trail: catalogueTrail(context),
    document: () => ({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: url,
      type: 'object',
      title: message(language, 'catalogue.title'),
      properties: { ...properties, ...place },
      additionalProperties: kind === 'schema',
    }),
    body: () =>
      markup`<table class="ds-table"><caption>${title}</caption><tbody>${fields.map(
        (field) =>
          markup`<tr><th scope="row"><code>${field.name}</code></th><td>${message(language, field.title)}</td><td>${field.type}</td></tr>`,
      )}</tbody></table>`,
  });
}

function schemaOf({ name, type, title, values }: RecordField, { language }: RecordsContext): object {
  const kinds = {
    string: { type: 'string' },
    integer: { type: 'integer' },
    timestamp: { type: 'string', format: 'date-time' },
    array: { type: 'array', items: { type: 'string' } },
  };
  return {
    title: message(language, title),
    ...kinds[type],
    ...(values ? { enum: values } : {}),
    ...(name === 'id' ? { 'x-ogc-role': 'id' } : {}),
  };
}
