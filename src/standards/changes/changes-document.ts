import { type Link, type QueryValues, withQuery } from '../../kernel/http/links.ts';
import type { Representation } from '../../kernel/http/negotiation.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { Change, ChangePage, EarlierChanges } from '../../kernel/log/feed/change.ts';
import { featureOf } from '../../kernel/log/feed/cloud-event.ts';
import type { ChangesContext } from './context.ts';
import { forms, formTitles } from './forms.ts';

/** A page of changes as plain JSON; each `upsert` carries the record as a GeoJSON Feature. */
export function changesDocument(page: ChangePage, links: readonly Link[]): object {
  return {
    next: page.next,
    isLatest: page.isLatest,
    numberReturned: page.changes.length,
    changes: page.changes.map(changeDocument),
    links,
  };
}

/** A page of changes backwards, newest first. */
export function earlierDocument(
  page: EarlierChanges & { readonly head: Position },
  links: readonly Link[],
): object {
  return {
    // The cursor to follow on from, for what comes after the newest of these.
    latest: page.head,
    before: page.before,
    isFirst: page.isFirst,
    numberReturned: page.changes.length,
    changes: page.changes.map(changeDocument),
    links,
  };
}

export function changeDocument(change: Change): object {
  const { body: _, position, kind, register, record, ...rest } = change;
  return {
    position,
    kind,
    register,
    ...(record === '' ? {} : { record }),
    ...rest,
    feature: featureOf(change),
  };
}

/** `self`, the other forms, and always the way onwards: who follows it again later gets what came meanwhile. */
export function changesLinks(
  { request, url, base, collection }: ChangesContext,
  chosen: Representation,
  page: ChangePage | EarlierChanges,
): readonly Link[] {
  const given = request.query as Readonly<Record<string, string>>;
  const typeOf = ({ mediaType }: Representation) => mediaType.replace(/;.*$/, '');
  return [
    { rel: 'self', href: withQuery(url, given), type: typeOf(chosen) },
    ...forms
      .filter(({ id }) => id !== chosen.id)
      .map((form) => ({
        rel: 'alternate',
        href: withQuery(url, { ...given, f: form.id }),
        type: typeOf(form),
        title: formTitles[form.id]!,
      })),
    ...nextQuery(page).map((query) => ({
      rel: 'next',
      href: withQuery(url, { ...given, ...query }),
      type: typeOf(chosen),
    })),
    ...(collection === undefined
      ? []
      : [{ rel: 'collection', href: url.replace(/\/changes$/, ''), type: 'application/json' }]),
    { rel: 'root', href: `${base}/`, type: 'application/json' },
  ];
}

function nextQuery(page: ChangePage | EarlierChanges): readonly QueryValues[] {
  if ('next' in page) return [{ since: page.next }];
  return page.isFirst ? [] : [{ before: page.before }];
}
