import { noneMatch } from '../../kernel/http/entity-tag.ts';
import type { QuickAnswer, QuickRequest } from '../../kernel/http/quick-routes.ts';
import { serverTiming } from '../../kernel/http/server-timing.ts';
import { isRecordId } from '../../kernel/log/log-writer.ts';
import { perObject, perText } from '../../kernel/memo.ts';
import type { Register } from '../../kernel/register/register.ts';
import type { Services } from '../../kernel/services.ts';
import type { Collection, ReadContext } from './context.ts';
import { contentCrs, crs84 } from './crs.ts';
import { moreMembers } from './item.ts';
import { type ItemQuery, readItemQuery } from './item-query.ts';
import { type RecordFrame, recordFrame } from './record-frame.ts';
import { recordHeaders, recordTag } from './validators.ts';

/** What follows from a request before its id is looked at. */
interface Prepared extends Pick<ItemQuery, 'question' | 'format'> {
  readonly headers: readonly string[];
  readonly frame: RecordFrame;
}

const preparations = perObject((_: Services) => perObject((_: Register) => perText<Prepared | 'left'>()));

/** What `answerItem` says where the whole record lies ready in memory; one with relatives has more to say. */
export function quickItem(
  context: ReadContext,
  collection: Collection,
  { params, search, room }: QuickRequest,
): QuickAnswer | undefined {
  const { services, base, language, headers: asked } = context;
  const id = params[1]!;
  const remember = preparations(services)(collection.register);
  const key = `${search}\n${base}\n${language}\n${asked.accept ?? ''}`;
  const prepared = remember(key, () => prepare(context, collection));
  if (prepared === 'left' || !isRecordId(id)) return undefined;
  const { question, format, frame } = prepared;
  const record = services.reader.atHand?.item(question, id);
  if (!record) return undefined;

  const etag = recordTag(context, record, format);
  const headers = [...prepared.headers, 'etag', etag];
  if (noneMatch(asked['if-none-match'], etag)) return { status: 304, headers };
  headers.push('content-type', format.mediaType, 'link', frame.header(id));
  headers.push('server-timing', serverTiming(record.answeredBy));
  return { status: 200, headers, body: bodyOf(record.text, moreMembers(frame.member(id), record), room) };
}

function prepare(context: ReadContext, collection: Collection): Prepared | 'left' {
  const { question, crs, format } = readItemQuery(context, collection);
  const isPlain = format.id === 'json' && crs === crs84 && question.asOf === undefined;
  if (!isPlain || collection.register.lineage !== undefined) return 'left';
  const headers = Object.entries({ ...recordHeaders, 'content-crs': contentCrs(crs) }).flat();
  return { question, format, headers, frame: recordFrame(context, collection, format) };
}

function bodyOf(text: Uint8Array, more: string, room: QuickRequest['room']): Buffer {
  const open = text.length - 1;
  const body = room(open + more.length * 3);
  body.set(text, 0);
  return body.subarray(0, open + body.write(more, open));
}
