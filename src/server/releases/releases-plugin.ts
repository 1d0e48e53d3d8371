import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BlobStore } from '../../kernel/documents/blob-store.ts';
import { Problem } from '../../kernel/errors.ts';
import type { Markup } from '../../kernel/http/html.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { baseUrl, withQuery } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, countUpTo, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { KeyRing } from '../../kernel/log/proof/key-ring.ts';
import { dropReleaseLeftovers } from '../../kernel/release/release-leftovers.ts';
import { listReleases, requireRelease, withdrawRelease } from '../../kernel/release/release-store.ts';
import type { Services } from '../../kernel/services.ts';
import { addDeltaRoutes } from './delta-routes.ts';
import { jobDocument, releaseDocument, summaryDocument } from './release-documents.ts';
import { ReleaseJobs } from './release-jobs.ts';
import { releaseBody, releasesBody } from './release-pages.ts';
import { readWish } from './release-wish.ts';
import { sendReleaseFile } from './send-release-file.ts';

export interface ReleasesOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
  readonly blobs: BlobStore;
  /** Signs releases; without keys none are made here. */
  readonly keys?: KeyRing | undefined;
}

const json = 'application/json';
const offered = [
  { id: 'json', mediaType: json },
  { id: 'html', mediaType: 'text/html; charset=utf-8', aliases: ['text/html'] },
];
/** Positions that a list can begin at. */
const furthest = 1_000_000;

/**
 * Releases: the list, each with its files by range, what differs between two, and for the administrator making and
 * withdrawing them. What is released is for everybody.
 */
export async function releasesPlugin(app: FastifyInstance, options: ReleasesOptions): Promise<void> {
  const { services, settings, blobs, keys } = options;
  const { database } = services;
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;

  addResource(app, '/releases', {
    handlers: {
      GET: async (request, reply) => {
        const spec = {
          limit: countUpTo(1, 1000),
          offset: countUpTo(0, furthest),
          register: anyText,
          f: anyText,
        };
        const query = requireParameters(request.query as RawQuery, spec);
        const { limit = 100, offset = 0, register } = query;
        const { releases, total } = await listReleases(database, { limit, offset, register });
        const base = baseUrl(request, settings);
        const next = offset + releases.length < total && {
          rel: 'next',
          type: json,
          href: withQuery(`${base}/releases`, { limit, offset: offset + limit, register }),
        };
        const document = () => ({
          releases: releases.map((release) => summaryDocument(base, release)),
          numberMatched: total,
          numberReturned: releases.length,
          links: [{ rel: 'self', type: json, href: `${base}/releases` }, ...(next ? [next] : [])],
        });
        return answer(options, request, reply, {
          document,
          title: (language) => message(language, 'releases.title'),
          body: (language) => releasesBody(base, language, releases),
        });
      },
      ...(keys && makeHandlers(app, options, keys)),
    },
  });
  addResource(app, '/releases/:id', {
    handlers: {
      GET: async (request, reply) => {
        const release = await requireRelease(database, idOf(request));
        const base = baseUrl(request, settings);
        return answer(options, request, reply, {
          document: () => releaseDocument(base, release),
          title: (language) => message(language, 'releases.one', { id: release.id.slice(0, 12) }),
          body: (language) => releaseBody(base, language, release),
        });
      },
    },
  });
  if (keys) await dropReleaseLeftovers(database, blobs);
  if (keys) addDeltaRoutes(app, { services, keys, blobs }, settings);
  addResource(app, '/releases/:id/withdrawal', {
    handlers: {
      POST: async (request, reply) => {
        const { reason } = (onlyAdministrator(request).body ?? {}) as { reason?: unknown };
        if (typeof reason !== 'string' || reason.trim() === '' || !reason.isWellFormed())
          throw new Problem('invalid-body', {}, [
            { pointer: '/reason', code: 'required', params: { field: 'reason' } },
          ]);
        const by = callerOf(request).name;
        const release = await withdrawRelease(database, idOf(request), { by, reason, at: services.clock() });
        return sendJson(reply, json, releaseDocument(baseUrl(request, settings), release));
      },
    },
  });
  addResource(app, '/releases/:id/:file', {
    handlers: {
      GET: async (request, reply) => {
        const { id, file } = request.params as { id: string; file: string };
        const release = await requireRelease(database, id);
        return await sendReleaseFile(database, blobs, release, file, request, reply);
      },
    },
  });
}

interface Answer {
  readonly document: () => object;
  readonly title: (language: ReturnType<typeof languageOf>) => string;
  readonly body: (language: ReturnType<typeof languageOf>) => Markup;
}

/** The same resource as JSON, or as a page that the portal takes over. */
function answer(
  { settings }: ReleasesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { document, title, body }: Answer,
): FastifyReply {
  const { f } = request.query as { f?: string };
  const chosen = negotiate({ f, accept: request.headers.accept }, offered);
  const language = languageOf(request, settings.language);
  reply.headers({ vary: 'Accept, Accept-Language, Cookie', 'cache-control': 'no-cache' });
  if (chosen.id === 'json') return sendJson(reply, json, document());
  const base = baseUrl(request, settings);
  const page = htmlPage({
    language,
    base,
    settings,
    title: title(language),
    self: `${base}${request.url.split('?')[0]}`,
    trail: [{ title: settings.title[language], href: `${base}/` }],
    body: body(language),
  });
  return reply.header('content-language', language).type(chosen.mediaType).send(page);
}

function onlyAdministrator(request: FastifyRequest): FastifyRequest {
  if (callerOf(request).kind !== 'administrator') throw new Problem('not-authorised');
  return request;
}

/** `POST /releases` makes one; `/releases/jobs` tells how far each is, and stops it. */
function makeHandlers(app: FastifyInstance, { services, settings, blobs }: ReleasesOptions, keys: KeyRing) {
  const jobs = new ReleaseJobs({ services, keys, blobs }, (error) => app.log.error(error));
  app.addHook('onClose', () => jobs.close());
  const show = (request: FastifyRequest, id: string) =>
    jobDocument(baseUrl(request, settings), jobs.require(id), languageOf(request, settings.language));
  const idOf = (request: FastifyRequest) => (onlyAdministrator(request).params as { id: string }).id;
  addResource(app, '/releases/jobs', {
    handlers: {
      GET: async (request) => {
        onlyAdministrator(request);
        return { jobs: jobs.all().map(({ id }) => show(request, id)) };
      },
    },
  });
  addResource(app, '/releases/jobs/:id', {
    handlers: {
      GET: async (request) => show(request, idOf(request)),
      DELETE: async (request) => {
        const job = await jobs.cancel(idOf(request));
        return jobDocument(baseUrl(request, settings), job, languageOf(request, settings.language));
      },
    },
  });
  return {
    POST: async (request: FastifyRequest, reply: FastifyReply) => {
      const wish = readWish(onlyAdministrator(request).body);
      for (const id of wish.registers) services.registry.require(id);
      const job = jobs.start(wish, callerOf(request).name);
      const document = show(request, job.id);
      return sendJson(reply.code(202).header('location', document.links[0]!.href), json, document);
    },
  };
}
