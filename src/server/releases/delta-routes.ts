import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { Problem } from '../../kernel/errors.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { keysFile } from '../../kernel/release/check-signatures.ts';
import { makeDelta, type StoredDelta } from '../../kernel/release/make-delta.ts';
import { manifestFile, noteFile } from '../../kernel/release/manifest.ts';
import type { ReleaseServices } from '../../kernel/release/release-services.ts';
import { requireRelease } from '../../kernel/release/release-store.ts';
import { keysText } from '../../kernel/release/write-release.ts';
import { sendBlob } from './send-blob.ts';

/** Records of two releases together that anybody may have compared; more, the administrator has compared once. */
const mostForEverybody = 500_000;
const json = 'application/json';
const hourMs = 3_600_000;

interface Pair {
  readonly id: string;
  readonly newer: string;
}

/** `/releases/{older}/delta/{newer}`: what differs between two releases, and the file that says it. */
export function addDeltaRoutes(
  app: FastifyInstance,
  given: ReleaseServices,
  settings: Parameters<typeof baseUrl>[1],
): void {
  let last: Promise<unknown> = Promise.resolve();
  /** One at a time: each reads two releases. */
  const deltaFor = async (request: FastifyRequest): Promise<StoredDelta> => {
    const { id, newer } = request.params as Pair;
    const { database } = given.services;
    const both = [await requireRelease(database, id), await requireRelease(database, newer)];
    const records = both.reduce((sum, release) => sum + release.records, 0);
    if (
      records > mostForEverybody &&
      callerOf(request).kind !== 'administrator' &&
      !(await isMade(given, id, newer))
    )
      throw new Problem('too-complex', {}, [
        { pointer: '', code: 'count', params: { value: records, minimum: 0, maximum: mostForEverybody } },
      ]);
    const made = last.then(() => makeDelta(given, id, newer));
    last = made.catch(() => {});
    return await made;
  };
  addResource(app, '/releases/:id/delta/:newer', {
    handlers: {
      GET: async (request, reply) => {
        const { manifest, note } = await deltaFor(request);
        const url = `${baseUrl(request, settings)}/releases/${manifest.older}/delta/${manifest.newer}`;
        const link = (name: string, rel: string, type: string) => ({ rel, type, href: `${url}/${name}` });
        reply.header('cache-control', 'no-cache');
        return sendJson(reply, json, {
          ...manifest,
          note,
          links: [
            { rel: 'self', type: json, href: url },
            link(manifest.file.name, 'enclosure', manifest.file.mediaType),
            link(manifestFile, 'describedby', json),
            link(noteFile, 'signature', 'text/plain'),
          ],
        });
      },
    },
    handlerTimeout: hourMs,
  });
  addResource(app, '/releases/:id/delta/:newer/:file', {
    handlers: {
      GET: async (request, reply) =>
        await sendDeltaFile(
          given,
          await deltaFor(request),
          (request.params as { file: string }).file,
          request,
          reply,
        ),
    },
    handlerTimeout: hourMs,
  });
}

async function isMade({ services }: ReleaseServices, older: string, newer: string): Promise<boolean> {
  const rows = await services.database.query(
    sql`select from ufuq.release_delta where older = ${older} and newer = ${newer}`,
  );
  return rows.length > 0;
}

async function sendDeltaFile(
  { services, blobs }: ReleaseServices,
  { manifest, manifestText, note }: StoredDelta,
  name: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { file } = manifest;
  const text = (await textsOf()).get(name);
  if (text !== undefined)
    return reply
      .header('cache-control', 'no-cache')
      .type(name === manifestFile ? json : 'text/plain; charset=utf-8')
      .send(Buffer.from(text));
  if (name !== file.name) throw new Problem('not-found');
  reply.header('cache-control', 'no-cache');
  return await sendBlob(blobs, file, request, reply);

  async function textsOf(): Promise<ReadonlyMap<string, string>> {
    return new Map([
      [manifestFile, manifestText],
      [noteFile, note],
      [keysFile, await keysText(services.database)],
    ]);
  }
}
