import { noneMatch } from '../../kernel/http/entity-tag.ts';
import { linkHeader } from '../../kernel/http/links.ts';
import type { QuickAnswer, QuickRequest } from '../../kernel/http/quick-routes.ts';
import { isRecordId } from '../../kernel/log/log-writer.ts';
import type { Collection, ReadContext } from './context.ts';
import { contentCrs, crs84 } from './crs.ts';
import { moreMembers, recordLinks } from './item.ts';
import { readItemQuery } from './item-query.ts';
import { recordHeaders, recordTag } from './validators.ts';

/** What `answerItem` says where the whole record lies ready in memory; one with relatives has more to say. */
export function quickItem(
  context: ReadContext,
  collection: Collection,
  { params, room }: QuickRequest,
): QuickAnswer | undefined {
  const { atHand } = context.services.reader;
  const id = params.record!;
  const { question, crs, format } = readItemQuery(context, collection);
  const isPlain = format.id === 'json' && crs === crs84 && question.asOf === undefined;
  if (!atHand || !isPlain || collection.register.lineage !== undefined || !isRecordId(id)) return undefined;
  const record = atHand.item(question, id);
  if (!record) return undefined;

  const etag = recordTag(context, record, format);
  const always = { ...recordHeaders, 'content-crs': contentCrs(crs), etag };
  if (noneMatch(context.headers['if-none-match'], etag)) return { status: 304, headers: always };
  const links = recordLinks(context, collection, id, format);
  const headers = { ...always, 'content-type': format.mediaType, link: linkHeader(links) };
  return { status: 200, headers, body: bodyOf(record.text, moreMembers(links, record), room) };
}

function bodyOf(text: Uint8Array, more: string, room: QuickRequest['room']): Buffer {
  const open = text.length - 1;
  const body = room(open + Buffer.byteLength(more));
  body.set(text.subarray(0, open));
  return body.subarray(0, open + body.write(more, open));
}
