import { readCursor } from '../../kernel/query/cursor.ts';
import type { Count, Page } from '../../kernel/query/question.ts';
import type { Services } from '../../kernel/services.ts';
import type { ItemsQuery } from './items-query.ts';

const remembered = new WeakMap<Services, Map<string, Count>>();
const most = 500;

/**
 * How many records the question finds, at the position and instant that its pages share. What one page needs no
 * question for is not asked, and the count of the first page serves the ones that follow.
 */
export async function numberMatched(services: Services, query: ItemsQuery, page: Page): Promise<Count> {
  if (page.matched) return page.matched;
  const cursor = query.token ?? page.next;
  if (cursor === undefined) return { count: page.records.length, isExact: true };
  const { position, now } = readCursor(cursor);
  const { caller, ...question } = query.question;
  const key = JSON.stringify([caller.kind, question, position, now]);
  const known = remembered.get(services) ?? new Map<string, Count>();
  remembered.set(services, known);
  const found = known.get(key);
  if (found) return found;
  const asked = { ...query.question, cursor };
  const count = await services.reader.count(asked);
  if (known.size >= most) known.delete(known.keys().next().value!);
  known.set(key, count);
  return count;
}
