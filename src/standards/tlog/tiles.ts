import type { FastifyReply, FastifyRequest } from 'fastify';
import { anonymous, type Caller } from '../../kernel/access/caller.ts';
import { Problem } from '../../kernel/errors.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { leafText } from '../../kernel/log/proof/leaf.ts';
import { sealsOf } from '../../kernel/log/proof/leaf-block.ts';
import { loggedEntries } from '../../kernel/log/proof/logged-entry.ts';
import { parseTilePath, tileWidth, widthOfTile } from '../../kernel/log/proof/tile-address.ts';
import { storedTiles } from '../../kernel/log/proof/tile-store.ts';
import { isEnvelopeOpen } from '../../kernel/log/proof/visible-payload.ts';
import type { Services } from '../../kernel/services.ts';
import { latestCheckpoint } from './heads.ts';

/** What was signed once stays as it is (C2SP tlog-tiles, "Merkle Tree"). */
const forEver = 'public, max-age=31536000, immutable';
const bytes = 'application/octet-stream';

/** `/log/tile/<L>/<N>[.p/<W>]` and `/log/tile/entries/<N>[.p/<W>]` (C2SP tlog-tiles). */
export function tileHandler(services: Services) {
  return async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply) => {
    const [, kind, path = ''] = /^(entries|\d|[1-5]\d|6[0-3])\/(.+)$/.exec(request.params['*']) ?? [];
    const address = parseTilePath(path);
    if (kind === undefined || !address) throw new Problem('not-found');
    const { size } = await latestCheckpoint(services);
    const level = kind === 'entries' ? 0 : Number(kind);
    if (widthOfTile(size, level, address.index) < address.width) throw new Problem('not-found');
    if (kind === 'entries') return await sendBundle(services, address, callerOf(request), reply);
    const tile = await storedTiles(services.database)({ level, ...address });
    return reply.header('cache-control', forEver).type(bytes).send(Buffer.from(tile));
  };
}

/**
 * The leaves of a bundle, each behind its length in two bytes, for callers who may read every envelope in it. Bodies are
 * not in leaves: they are given with receipts, under the rule of their register.
 */
async function sendBundle(
  { database, registry }: Services,
  { index, width }: { readonly index: number; readonly width: number },
  caller: Caller,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const span = { after: index * tileWidth, upTo: index * tileWidth + width };
  const entries = await loggedEntries(database, span);
  const sealOf = await sealsOf(database, span);
  const isOpenTo = (who: Caller) =>
    entries.every(({ envelope }) => isEnvelopeOpen(registry, who, envelope.register, envelope.record));
  const isPublic = isOpenTo(anonymous);
  if (!isPublic && !isOpenTo(caller)) throw new Problem('forbidden');
  const parts = entries.flatMap(({ envelope }) => {
    const leaf = Buffer.from(leafText(envelope, sealOf(envelope.position)!.commitment));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(leaf.length);
    return [length, leaf];
  });
  reply.header('cache-control', isPublic ? forEver : 'private, no-store');
  return reply.header('vary', 'Authorization').type(bytes).send(Buffer.concat(parts));
}
