import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { parseJsonBody } from '../../kernel/http/json-body.ts';
import { addPageStyle } from '../../kernel/http/page-style.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import { answerApi, answerApiPage } from './api/answer-api.ts';
import { answerChangeTimes } from './change-times.ts';
import { answerCollection, answerCollections } from './collections.ts';
import {
  type Collection,
  collectionOf,
  contextOf,
  type FeaturesOptions,
  type RequestContext,
} from './context.ts';
import { answerCount } from './count.ts';
import { databaseCodes } from './crs.ts';
import { answerExport } from './export.ts';
import { answerHistory } from './history.ts';
import { answerHistoryDiff } from './history-diff.ts';
import { answerItem } from './item.ts';
import { answerItems } from './items.ts';
import { answerConformance, answerFunctions, answerLanding } from './landing.ts';
import { answerLineage } from './lineage.ts';
import { addQuickReading } from './quick-reading.ts';
import { answerSchema } from './schema-resource.ts';
import { schemaKinds } from './schemas.ts';
import { createRecord, replaceRecord, retireRecord, updateRecord } from './write/changes.ts';
import { featureMediaTypes, patchMediaTypes } from './write/write-request.ts';

interface Path {
  readonly collection: string;
  readonly record: string;
}

/** OGC API – Features, parts 1 to 5, over the registers that stand: every collection is one of them. */
export async function featuresPlugin(app: FastifyInstance, options: FeaturesOptions): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    [...featureMediaTypes, ...patchMediaTypes],
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string | Buffer) => parseJsonBody(String(body)),
  );
  app.addHook('onRequest', (request, _reply, done) => {
    const isChange = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    const isRefused = request.routeOptions.config.isRefused === true;
    const isAllowed = !isChange || isRefused || callerOf(request).kind === 'administrator';
    done(isAllowed ? undefined : new Problem('not-authorised'));
  });

  const codes = await databaseCodes(options.services.database);
  const ground = { ...options, codes };
  addQuickReading(ground);
  const at = (request: FastifyRequest): RequestContext => contextOf(request, ground);
  type OnCollection = (context: RequestContext, collection: Collection, path: Path) => unknown;
  const on = (request: FastifyRequest, run: OnCollection) => {
    const context = at(request);
    const path = request.params as Path;
    return run(context, collectionOf(context, path.collection), path);
  };

  await addPageStyle(app);
  addResource(app, '/', { handlers: { GET: (request, reply) => answerLanding(at(request), reply) } });
  addResource(app, '/conformance', {
    handlers: { GET: async (request, reply) => answerConformance(at(request), reply) },
  });
  addResource(app, '/functions', {
    handlers: { GET: async (request, reply) => answerFunctions(at(request), reply) },
  });
  addResource(app, '/api', { handlers: { GET: async (request, reply) => answerApi(at(request), reply) } });
  addResource(app, '/api.html', {
    handlers: { GET: async (request, reply) => answerApiPage(at(request), reply) },
  });
  addResource(app, '/collections', {
    handlers: { GET: (request, reply) => answerCollections(at(request), reply) },
  });

  const collection = '/collections/:collection';
  addResource(app, collection, {
    handlers: { GET: (request, reply) => on(request, (context, it) => answerCollection(context, it, reply)) },
  });
  for (const kind of schemaKinds)
    addResource(app, `${collection}/${kind}`, {
      handlers: {
        GET: async (request, reply) => on(request, (context, it) => answerSchema(context, it, kind, reply)),
      },
    });
  addResource(app, `${collection}/export`, {
    // A whole register takes as long as it takes.
    handlerTimeout: 24 * 3600 * 1000,
    handlers: {
      GET: async (request, reply) => on(request, (context, it) => answerExport(context, it, reply)),
    },
  });
  addResource(app, `${collection}/count`, {
    handlers: {
      GET: async (request, reply) => on(request, (context, it) => answerCount(context, it, reply)),
    },
  });
  addResource(app, `${collection}/times`, {
    handlers: {
      GET: async (request, reply) => on(request, (context, it) => answerChangeTimes(context, it, reply)),
    },
  });
  addResource(app, `${collection}/items`, {
    handlers: {
      GET: async (request, reply) => on(request, (context, it) => answerItems(context, it, reply)),
      POST: async (request, reply) => on(request, (context, it) => createRecord(context, it, reply)),
    },
    options: { 'accept-post': featureMediaTypes.join(', ') },
  });
  addResource(app, `${collection}/items/:record`, {
    handlers: {
      GET: async (request, reply) =>
        on(request, (context, it, path) => answerItem(context, it, path.record, reply)),
      PUT: async (request, reply) =>
        on(request, (context, it, path) => replaceRecord(context, it, path.record, reply)),
      PATCH: async (request, reply) =>
        on(request, (context, it, path) => updateRecord(context, it, path.record, reply)),
      DELETE: async (request, reply) =>
        on(request, (context, it, path) => retireRecord(context, it, path.record, reply)),
    },
    options: { 'accept-patch': patchMediaTypes.join(', ') },
  });
  addResource(app, `${collection}/items/:record/history/diff`, {
    handlers: {
      GET: async (request, reply) =>
        on(request, (context, it, path) => answerHistoryDiff(context, it, path.record, reply)),
    },
  });
  addResource(app, `${collection}/items/:record/lineage`, {
    handlers: {
      GET: async (request, reply) =>
        on(request, (context, it, path) => answerLineage(context, it, path.record, reply)),
    },
  });
  addResource(app, `${collection}/items/:record/history`, {
    handlers: {
      GET: async (request, reply) =>
        on(request, (context, it, path) => answerHistory(context, it, path.record, reply)),
    },
  });
}
