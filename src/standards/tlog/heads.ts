import type { FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { Problem } from '../../kernel/errors.ts';
import { type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import {
  checkpointAt,
  logKeys,
  type StoredCheckpoint,
  witnessedNote,
} from '../../kernel/log/proof/checkpoint-store.ts';
import { storedTiles } from '../../kernel/log/proof/tile-store.ts';
import { TileTree } from '../../kernel/log/proof/tile-tree.ts';
import type { Services } from '../../kernel/services.ts';
import { treeSize } from './tree-size.ts';

const json = 'application/json';
/** Checkpoints change with every commit; caching beyond a few seconds would hide them (C2SP tlog-tiles, "Checkpoints"). */
const briefly = 'public, max-age=1';

/** The latest checkpoint. @throws {Problem} `not-found` before the first one */
export async function latestCheckpoint({ database }: Services): Promise<StoredCheckpoint> {
  const checkpoint = await checkpointAt(database);
  if (!checkpoint) throw new Problem('not-found');
  return checkpoint;
}

/** `/log`: what there is, for whoever comes by. */
export function landingHandler(services: Services) {
  return async (_request: FastifyRequest, reply: FastifyReply) => {
    const { size, madeAt } = await latestCheckpoint(services);
    const [row] = await services.database.query<{ origin: string }>(sql`select origin from ufuq.log_origin`);
    const parts = ['checkpoint', 'tile', 'keys', 'receipt', 'consistency'];
    const links = Object.fromEntries(parts.map((part) => [part, `/log/${part}`]));
    reply.header('cache-control', briefly);
    return sendJson(reply, json, { origin: row?.origin, size, madeAt, links });
  };
}

/** `/log/checkpoint` (C2SP tlog-tiles, "Checkpoints"), with the lines of witnesses. */
export function checkpointHandler(services: Services) {
  return async (_request: FastifyRequest, reply: FastifyReply) => {
    const checkpoint = await latestCheckpoint(services);
    const note = await witnessedNote(services.database, checkpoint);
    return reply.header('cache-control', briefly).type('text/plain; charset=utf-8').send(note);
  };
}

/** `/log/keys`: verifier keys of the log, those of the past as well. */
export function keysHandler({ database }: Services) {
  return async (_request: FastifyRequest, reply: FastifyReply) => {
    const keys = (await logKeys(database)).map(({ key, vkey, validFrom, validTo }) => ({
      vkey,
      id: key.id,
      validFrom,
      validTo,
    }));
    reply.header('cache-control', briefly);
    return sendJson(reply, json, { keys });
  };
}

/** `/log/consistency?from=…&to=…`: proof that the tree of one size is the beginning of that of another (RFC 9162, 2.1.4). */
export function consistencyHandler(services: Services) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const query = requireParameters(request.query as RawQuery, { from: treeSize, to: treeSize });
    const { size } = await latestCheckpoint(services);
    const to = query.to ?? size;
    const from = query.from ?? 0;
    const maximum = query.to === undefined || query.to > size ? size : query.to;
    const tooLarge = (name: string, value: number) => ({
      pointer: `parameter:${name}`,
      code: 'count',
      params: { value, minimum: 0, maximum },
    });
    const violations = [
      ...(to > size ? [tooLarge('to', to)] : []),
      ...(from > to ? [tooLarge('from', from)] : []),
    ];
    if (violations.length > 0) throw new Problem('invalid-parameter', {}, violations);
    const tree = new TileTree(to, storedTiles(services.database));
    const hashes = await tree.consistencyProof(from);
    return sendJson(reply, json, {
      from,
      to,
      hashes: hashes.map((hash) => Buffer.from(hash).toString('base64')),
    });
  };
}
