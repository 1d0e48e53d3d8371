import type { FastifyReply } from 'fastify';
import { message } from '../../kernel/i18n/message.ts';
import { answerDescription } from './answer.ts';
import type { Collection, RequestContext } from './context.ts';
import { schemaTable } from './pages/schema-page.ts';
import { html, schemaJson } from './representations.ts';
import { type SchemaKind, schemaDocument } from './schemas.ts';
import { registersTrail } from './trail.ts';

/** GET `/collections/{id}/schema`, `/queryables`, `/sortables`. */
export function answerSchema(
  context: RequestContext,
  collection: Collection,
  kind: SchemaKind,
  reply: FastifyReply,
) {
  const document = schemaDocument(context, collection, kind);
  const { language } = context;
  return answerDescription(context, reply, {
    url: `${collection.url}/${kind}`,
    offered: [schemaJson, html],
    document: () => document,
    page: () => ({
      title: `${document.title}: ${message(language, `page.${kind}`)}`,
      body: schemaTable(language, document),
      trail: [...registersTrail(context), { title: document.title, href: collection.url }],
      isPortalRoom: false,
    }),
  });
}
