import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addResource } from '../../kernel/http/resource.ts';
import { answerCatalogue } from './collection.ts';
import { catalogueId, contextOf, type RecordsContext, type RecordsOptions } from './context.ts';
import { answerRecord } from './item.ts';
import { answerRecords } from './items.ts';
import { answerSchema, schemaKinds } from './schema-resource.ts';
import { answerThemes } from './themes.ts';

/** OGC API – Records Part 1 over all registers and releases, and the board of themes. */
export async function recordsPlugin(app: FastifyInstance, options: RecordsOptions): Promise<void> {
  const at = (request: FastifyRequest): RecordsContext => contextOf(request, options);
  const collection = `/collections/${catalogueId}`;
  addResource(app, '/catalogue', {
    // The room keeps what was asked in its address, and answers it without a script as well.
    handlers: {
      GET: async (request, reply) =>
        isAsked(request) ? answerRecords(at(request), reply) : answerCatalogue(at(request), reply, true),
    },
  });
  addResource(app, '/catalogue/themes', {
    handlers: { GET: async (request, reply) => answerThemes(at(request), reply) },
  });
  addResource(app, collection, {
    handlers: { GET: async (request, reply) => answerCatalogue(at(request), reply, false) },
  });
  for (const kind of schemaKinds)
    addResource(app, `${collection}/${kind}`, {
      handlers: { GET: async (request, reply) => answerSchema(at(request), kind, reply) },
    });
  addResource(app, `${collection}/items`, {
    handlers: { GET: async (request, reply) => answerRecords(at(request), reply) },
  });
  addResource(app, `${collection}/items/:record`, {
    handlers: {
      GET: async (request, reply) =>
        answerRecord(at(request), (request.params as { readonly record: string }).record, reply),
    },
  });
}

function isAsked(request: FastifyRequest): boolean {
  return Object.keys(request.query as object).some((name) => name !== 'f' && name !== 'lang');
}
