import { type Link, linkHeader, openQuery, withQuery } from '../../kernel/http/links.ts';
import { serverTiming } from '../../kernel/http/server-timing.ts';
import type { Page } from '../../kernel/query/question.ts';
import { typeOf } from './answer.ts';
import type { Collection, ReadContext } from './context.ts';
import { jsonFgHead } from './feature.ts';
import { type ItemFormat, itemFormats } from './item-formats.ts';
import type { ItemsHead } from './items-answer.ts';

/** Headers that tell of a page what a client may want to know without reading it. */
export function pageHeaders({
  links,
  returned,
  matched,
  page,
}: ItemsHead): Readonly<Record<string, string | number>> {
  return {
    link: linkHeader(links),
    'ogc-numberreturned': returned,
    ...(matched.isExact ? { 'ogc-numbermatched': matched.count } : {}),
    ...(page.answeredBy ? { 'server-timing': serverTiming(page.answeredBy) } : {}),
  };
}

/** All members of the collection but its features. */
export function pageMembers(context: ReadContext, collection: Collection, head: ItemsHead): object {
  const { page, matched, links, query, format, returned } = head;
  return {
    type: 'FeatureCollection',
    ...(format.id === 'jsonfg'
      ? jsonFgHead(collection.register.id, query.crs, `${collection.url}/schema`)
      : {}),
    links,
    timeStamp: context.services.clock().toISOString(),
    numberMatched: matched.count,
    ...(matched.isExact ? {} : { numberMatchedIsEstimate: true }),
    numberReturned: returned,
    logPosition: page.position,
  };
}

/** `self`, the other forms, the next page and the collection; queries are kept as they came. */
export function pageLinks(
  { query: asked, base, language }: ReadContext,
  collection: Collection,
  format: ItemFormat,
  page: Pick<Page, 'next'>,
): readonly Link[] {
  const url = `${collection.url}/items`;
  const query = asked as Readonly<Record<string, string>>;
  const { f: _, ...ofAnyForm } = query;
  const { token: __, ...fromTheFirst } = query;
  const anyForm = openQuery(url, ofAnyForm);
  const others = itemFormats.filter(({ id }) => id !== format.id);
  return [
    { rel: 'self', href: withQuery(url, query), type: typeOf(format), title: format.title },
    ...others.map((other) => ({
      rel: 'alternate',
      href: `${anyForm}f=${other.id}`,
      type: typeOf(other),
      title: other.title,
    })),
    ...(page.next === undefined
      ? []
      : [
          {
            rel: 'next',
            href: `${openQuery(url, fromTheFirst)}token=${encodeURIComponent(page.next)}`,
            type: typeOf(format),
          },
        ]),
    {
      rel: 'collection',
      href: collection.url,
      type: 'application/json',
      title: collection.register.title[language],
    },
    { rel: 'root', href: `${base}/`, type: 'application/json' },
  ];
}
