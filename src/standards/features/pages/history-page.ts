import { html } from '../../../kernel/http/html.ts';
import type { HtmlPage } from '../../../kernel/http/html-page.ts';
import type { Link } from '../../../kernel/http/links.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { Entry } from '../../../kernel/log/entry.ts';
import { type Collection, type RequestContext, recordUrl } from '../context.ts';
import { registersTrail } from '../trail.ts';
import { facts, periodText, table, valueMarkup } from './display.ts';

type Part = Pick<HtmlPage, 'title' | 'body' | 'trail' | 'isPortalRoom'>;

/** What was ever said of a record, newest first. */
export function historyPage(
  context: RequestContext,
  collection: Collection,
  id: string,
  entries: readonly Entry[],
  links: readonly Link[],
): Part {
  const { language } = context;
  const keys = ['position', 'recorded', 'actor', 'cause', 'legal-basis', 'valid', 'says'] as const;
  const heads = keys.map((key) => message(language, `page.${key}`));
  const rows = entries.map((entry) => [
    entry.position,
    html`<bdi>${entry.recordedAt}</bdi>`,
    entry.actor,
    entry.cause,
    entry.legalBasis ?? '',
    html`<bdi>${periodText(entry.valid, language)}</bdi>`,
    says(context, collection, entry),
  ]);
  const next = links.find(({ rel }) => rel === 'next');
  return {
    title: `${message(language, 'page.history')}: ${id}`,
    isPortalRoom: false,
    trail: [
      ...registersTrail(context),
      { title: textIn(language, collection.register.title)!, href: collection.url },
      { title: id, href: recordUrl(collection, id) },
    ],
    body: html`${table(message(language, 'page.history'), heads, rows)}
${next && html`<a class="ds-link" rel="next" href="${next.href}">${message(language, 'page.next')}</a>`}`,
  };
}

function says(context: RequestContext, { view }: Collection, { body, isErased }: Entry) {
  const { language } = context;
  if (isErased) return html`<em>${message(language, 'page.erased')}</em>`;
  if (!body) return html`<em>${message(language, 'page.absent')}</em>`;
  return facts(
    view.fields.map((field) => [
      textIn(language, field.title) ?? field.name,
      valueMarkup(field, body.properties[field.name], context),
    ]),
  );
}
