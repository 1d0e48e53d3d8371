import type { FastifyReply } from 'fastify';
import { Problem } from '../../../kernel/errors.ts';
import { sendJson } from '../../../kernel/http/send-json.ts';
import type { Body } from '../../../kernel/log/entry.ts';
import type { Intent, Written } from '../../../kernel/log/intent.ts';
import { isRecordId } from '../../../kernel/log/log-writer.ts';
import { type Collection, type RequestContext, recordUrl } from '../context.ts';
import { geoJson } from '../representations.ts';
import { recordTag } from '../validators.ts';
import type { SentFeature } from './feature-body.ts';
import {
  checkSameId,
  featureMediaTypes,
  patchMediaTypes,
  readSentFeature,
  readWriteRequest,
  type WriteRequest,
} from './write-request.ts';

/** POST `/collections/{id}/items`: a new record, under the id that it brings along or one that is made up. */
export async function createRecord(context: RequestContext, collection: Collection, reply: FastifyReply) {
  const wanted = readWriteRequest(context, { needsMatch: false });
  const feature = await readSentFeature(context, collection, featureMediaTypes);
  return run(context, collection, reply, wanted, {
    verb: 'create',
    ...targetOf(collection, wanted, feature),
    ...(feature.id === undefined ? {} : { record: feature.id }),
    body: bodyOf(feature),
  });
}

/** PUT `/collections/{id}/items/{record}`: the record as a whole; makes it where there is none. */
export async function replaceRecord(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  const wanted = readWriteRequest(context, { needsMatch: true });
  const feature = await readSentFeature(context, collection, featureMediaTypes);
  checkSameId(feature, id);
  const target = { ...targetOf(collection, wanted, feature), record: id, body: bodyOf(feature) };
  try {
    return await run(context, collection, reply, wanted, {
      ...target,
      verb: wanted.isOnlyNew ? 'create' : 'replace',
    });
  } catch (error) {
    if (!wanted.isOnlyNew || !(error instanceof Problem) || error.id !== 'record-exists') throw error;
    throw new Problem('precondition-failed', error.params);
  }
}

/** PATCH `/collections/{id}/items/{record}`: a JSON Merge Patch (RFC 7396) of the feature. */
export async function updateRecord(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  requireRecordId(collection, id);
  const wanted = readWriteRequest(context, { needsMatch: true });
  const feature = await readSentFeature(context, collection, patchMediaTypes);
  checkSameId(feature, id);
  const { properties, geometry } = feature;
  return run(context, collection, reply, wanted, {
    verb: 'update',
    ...targetOf(collection, wanted, feature),
    record: id,
    ...(properties ? { properties } : {}),
    ...(geometry === undefined ? {} : { geometry }),
  });
}

/** DELETE `/collections/{id}/items/{record}`: the record is absent from now on; what was said of it stays in the log. */
export async function retireRecord(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  requireRecordId(collection, id);
  const wanted = readWriteRequest(context, { needsMatch: true });
  return run(context, collection, reply, wanted, {
    verb: 'retire',
    ...targetOf(collection, wanted),
    record: id,
  });
}

function targetOf({ register }: Collection, wanted: WriteRequest, feature: SentFeature = {}) {
  const valid = wanted.valid ?? feature.valid;
  return {
    register: register.id,
    ...(valid ? { valid } : {}),
    ...(wanted.ifMatch === undefined ? {} : { ifMatch: wanted.ifMatch }),
  };
}

function bodyOf({ properties = {}, geometry = null }: SentFeature): Body {
  return { properties, geometry };
}

function requireRecordId({ register }: Collection, id: string): void {
  if (!isRecordId(id))
    throw new Problem('record-not-found', { register: register.id, record: id.slice(0, 200) });
}

async function run(
  context: RequestContext,
  collection: Collection,
  reply: FastifyReply,
  { write }: WriteRequest,
  intent: Intent,
): Promise<FastifyReply> {
  const [written] = await context.services.writer.write([intent], write);
  reply.header('cache-control', 'no-store');
  if (write.dryRun) return rehearsed(reply, written!);
  reply.header('ufuq-position', written!.position);
  const { standsSince } = written!;
  if (intent.verb !== 'retire' && standsSince !== undefined)
    reply.header('etag', recordTag(context, { knownFrom: standsSince }, geoJson));
  if (!written!.created) return reply.code(204).send();
  return reply.code(201).header('location', recordUrl(collection, written!.record)).send();
}

/** What would have been done. */
function rehearsed(reply: FastifyReply, { register, record, created }: Written): FastifyReply {
  return sendJson(reply, 'application/json', { dryRun: true, register, record, created });
}
