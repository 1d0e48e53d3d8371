import { noneMatch } from '../../kernel/http/entity-tag.ts';
import type { QuickAnswer, QuickRequest } from '../../kernel/http/quick-routes.ts';
import type { ReadyFeatures } from '../../kernel/query/question.ts';
import type { Collection, ReadContext } from './context.ts';
import { contentCrs, crs84 } from './crs.ts';
import { itemFormatOf, openFeatures } from './items.ts';
import type { ItemsHead } from './items-answer.ts';
import { pageHeaders, pageLinks, pageMembers } from './items-head.ts';
import { pageQuestion, readItemsQuery } from './items-query.ts';
import { listTag, recordHeaders } from './validators.ts';

/** What `answerItems` says where a page of whole features lies ready in memory. */
export function quickItems(
  context: ReadContext,
  collection: Collection,
  { room }: QuickRequest,
): QuickAnswer | undefined {
  const { atHand } = context.services.reader;
  const query = readItemsQuery(context, collection);
  const format = itemFormatOf(context, query);
  const { question, crs } = query;
  if (!atHand || format.id !== 'json' || crs !== crs84 || question.asOf !== undefined) return undefined;
  const position = atHand.lastChange(collection.register.id);
  if (position === undefined) return undefined;
  const etag = listTag(context, collection, { query, chosen: format, position });
  const headers = Object.entries({ ...recordHeaders, 'content-crs': contentCrs(crs), etag }).flat();
  if (noneMatch(context.headers['if-none-match'], etag)) return { status: 304, headers };

  const page = atHand.page(pageQuestion(query));
  if (!page) return undefined;
  const links = pageLinks(context, collection, format, page);
  const head: ItemsHead = {
    query,
    page,
    returned: page.features.count,
    matched: page.matched,
    links,
    format,
  };
  const more = Object.entries({ 'content-type': format.mediaType, ...pageHeaders(head) }).flat();
  const opening = openFeatures(pageMembers(context, collection, head));
  return { status: 200, headers: [...headers, ...more], body: bodyOf(opening, page.features, room) };
}

function bodyOf(opening: string, features: ReadyFeatures, room: QuickRequest['room']): Buffer {
  const most = Buffer.byteLength(opening) + features.byteLength + 2;
  const body = room(most);
  const start = body.write(opening);
  features.writeTo(body, start);
  const end = start + features.byteLength;
  body.write(']}', end, 'latin1');
  return body.subarray(0, most);
}
