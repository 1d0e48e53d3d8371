import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { entityTag } from '../../kernel/http/entity-tag.ts';
import { html as markup } from '../../kernel/http/html.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { parseJsonBody } from '../../kernel/http/json-body.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import { type Parser, type RawQuery, requireParameters, trueOrFalse } from '../../kernel/http/parameters.ts';
import { unknownMediaType } from '../../kernel/http/problem-of.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import { message } from '../../kernel/i18n/message.ts';
import { readOperations } from '../../kernel/log/batch/read-operations.ts';
import { type OperationOutcome, type RecordOutcome, runBatch } from '../../kernel/log/batch/run-batch.ts';
import type { Services } from '../../kernel/services.ts';

const shortText: Parser<string> = (text) =>
  text.length <= 1000 && !/\p{Cc}/u.test(text) ? { value: text } : { code: 'characters-not-allowed' };

const parameters = { dryRun: trueOrFalse, legalBasis: shortText, cause: shortText };

/**
 * `POST /batch`: operations across registers as one atomic write, for whoever may write. All of it stands or nothing does;
 * with `dryRun=true` everything is done but the commit, and the answer says what would be written.
 */
export async function batchPlugin(
  app: FastifyInstance,
  { services, settings }: { services: Services; settings: HttpSettings },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      async (_request: unknown, body: string | Buffer) => parseJsonBody(String(body)),
    );
    scope.addHook('onRequest', async (request) => {
      const isRefused = request.routeOptions.config.isRefused === true;
      if (request.method === 'POST' && !isRefused && callerOf(request).kind !== 'administrator')
        throw new Problem('not-authorised');
    });
    addResource(scope, '/check', {
      handlers: {
        GET: async (request, reply) =>
          reply.type('text/html; charset=utf-8').send(checkPage(request, settings)),
      },
    });
    addResource(scope, '/batch', {
      handlers: {
        POST: async (request, reply) => {
          const query = requireParameters(request.query as RawQuery, parameters);
          if (request.body === undefined) throw unknownMediaType(request, 'application/json');
          const operations = readOperations(request.body, services.registry);
          const outcomes = await runBatch(services, operations, {
            caller: callerOf(request),
            cause: query.cause ?? 'api',
            ...(query.legalBasis ? { legalBasis: query.legalBasis } : {}),
            ...(query.dryRun ? { dryRun: true } : {}),
          });
          const position = Math.max(
            ...outcomes.flatMap(({ records }) => records.map((record) => record.position)),
          );
          reply.header('cache-control', 'no-store');
          if (!query.dryRun) reply.code(201).header('ufuq-position', position);
          return sendJson(reply, 'application/json', {
            dryRun: query.dryRun ?? false,
            ...(query.dryRun ? {} : { position }),
            operations: outcomes.map((outcome) => operationDocument(outcome, query.dryRun ?? false)),
          });
        },
      },
      options: { 'accept-post': 'application/json' },
    });
  });
}

/** The portal's room for trying out a change; without the portal, where to send it. */
function checkPage(request: FastifyRequest, settings: HttpSettings): string {
  const language = languageOf(request, settings.language);
  const base = baseUrl(request, settings);
  const text = message(language, 'page.check-text', { address: `${base}/batch` });
  const body = markup`<p class="ds-paragraph">${text}</p>`;
  return htmlPage({
    language,
    base,
    self: `${base}/check`,
    settings,
    title: message(language, 'page.check'),
    body,
  });
}

function operationDocument({ op, register, records }: OperationOutcome, isDry: boolean): object {
  return { op, register, records: records.map((record) => recordDocument(record, isDry)) };
}

/** A dry run names no positions: they may be somebody else's by the time that it is meant. */
function recordDocument(
  { id, created, position, standsSince, entries }: RecordOutcome,
  isDry: boolean,
): object {
  if (isDry) return { id, created, entries };
  const tag = standsSince === undefined ? {} : { etag: entityTag({ position: standsSince }) };
  return { id, created, position, ...tag };
}
