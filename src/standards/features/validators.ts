import type { FastifyReply } from 'fastify';
import type { Caller } from '../../kernel/access/caller.ts';
import { entityTag, noneMatch } from '../../kernel/http/entity-tag.ts';
import type { Representation } from '../../kernel/http/negotiation.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import { minuteOf } from './collection-facts.ts';
import type { Collection, ReadContext, RequestContext } from './context.ts';
import type { ItemsQuery } from './items-query.ts';

/** Headers that every answer with records carries; what they depend on beside the URL. */
export const recordHeaders = {
  vary: 'Accept, Accept-Language, Authorization',
  'cache-control': 'no-cache',
} as const;

interface ListState {
  readonly query: ItemsQuery;
  readonly chosen: Representation;
  /** Position of the register's last change. */
  readonly position: Position;
}

/** Tag of a list: the register's last change, and the minute where the answer is about "now". Weak: it has a time stamp. */
export function listTag(
  { services, caller, language: reader }: ReadContext,
  { register }: Collection,
  { query, chosen, position }: ListState,
): string {
  const isAboutNow =
    register.validTime.kind !== 'event' && !query.question.datetime && query.token === undefined;
  const minute = isAboutNow ? minuteOf(services.clock()) : undefined;
  const language = query.shape.sortBy?.some((key) => key.language) ? reader : undefined;
  return entityTag({ position, variant: [chosen.id, minute, seesAll(caller.kind), language], isWeak: true });
}

/** Tag of a record: the position since which it is known as it is. GeoJSON has the position alone. */
export function recordTag(
  context: Pick<ReadContext, 'caller'>,
  record: Pick<RecordView, 'knownFrom'>,
  chosen: Representation,
): string {
  const variant = [chosen.id === 'json' ? undefined : chosen.id, seesAll(context.caller.kind)];
  return entityTag({ position: record.knownFrom as Position, variant });
}

function seesAll(kind: Caller['kind']): string | undefined {
  return kind === 'administrator' ? 'full' : undefined;
}

/** Sets the tag; true where the client has that already and was answered 304. */
export function isUnchanged(context: RequestContext, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag);
  if (!noneMatch(context.headers['if-none-match'], tag)) return false;
  reply.code(304).send();
  return true;
}
