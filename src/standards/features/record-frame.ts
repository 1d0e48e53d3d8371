import { randomUUID } from 'node:crypto';
import { linkValues, longestLinkHeader, segment } from '../../kernel/http/links.ts';
import type { Collection, ReadContext } from './context.ts';
import { recordLinks } from './item.ts';
import type { ItemFormat } from './item-formats.ts';

/** The links of a record, which are the same for all records of a register but for the id in them. */
export interface RecordFrame {
  /** Value of the `Link` header; empty where it would be longer than clients take, since none of these leads onwards. */
  header(id: string): string;
  /** The links in JSON. */
  member(id: string): string;
}

/** Stands for the id; nothing that comes from outside can hold it, and a URL and JSON both take it as it is. */
const anyId = randomUUID();

/** Makes the links once, and puts ids into them afterwards: the same text as if each were made anew. */
export function recordFrame(context: ReadContext, collection: Collection, format: ItemFormat): RecordFrame {
  const links = recordLinks(context, collection, anyId, format);
  const header = linkValues(links).split(anyId);
  const member = JSON.stringify(links).split(anyId);
  return {
    header(id) {
      const all = header.join(segment(id));
      return all.length <= longestLinkHeader ? all : '';
    },
    member: (id) => member.join(segment(id)),
  };
}
