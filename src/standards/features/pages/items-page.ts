import { html, type Markup } from '../../../kernel/http/html.ts';
import type { HtmlPage } from '../../../kernel/http/html-page.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { Field } from '../../../kernel/register/declaration.ts';
import { type Collection, type RequestContext, recordUrl } from '../context.ts';
import type { ItemsAnswer } from '../items-answer.ts';
import { registersTrail } from '../trail.ts';
import { recordTitle, table, valueMarkup } from './display.ts';

const mostColumns = 8;

/** A page of records as a table. */
export async function itemsPage(
  context: RequestContext,
  collection: Collection,
  answer: ItemsAnswer,
): Promise<HtmlPage> {
  const { base, language, settings } = context;
  const { register } = collection;
  const title = textIn(language, register.title)!;
  return {
    language,
    base,
    settings,
    title,
    self: answer.links[0]!.href,
    links: answer.links,
    trail: [...registersTrail(context), { title, href: collection.url }],
    body: itemsBody(context, collection, answer),
  };
}

function itemsBody(
  context: RequestContext,
  collection: Collection,
  { page, matched, links, query }: ItemsAnswer,
): Markup {
  const { language } = context;
  const { register, view } = collection;
  const asked = query.shape.properties;
  const fields: readonly Field[] = view.fields
    .filter(({ name }) => name !== register.titleField && (!asked || asked.includes(name)))
    .filter(({ type }) => type !== 'object')
    .slice(0, mostColumns);
  const rows = page.records.map((record) => [
    html`<a class="ds-link" href="${recordUrl(collection, record.id)}">${recordTitle(register, record, language)}</a>`,
    ...fields.map((field) => valueMarkup(field, record.properties[field.name], context)),
  ]);
  const heads = [
    message(language, 'page.title'),
    ...fields.map((field) => textIn(language, field.title) ?? field.name),
  ];
  const next = links.find(({ rel }) => rel === 'next');
  const count = matched.isExact ? 'page.matched' : 'page.matched-estimate';
  return html`<p class="ds-paragraph">${message(language, count, { count: matched.count })}</p>
${rows.length > 0 && table(textIn(language, register.title)!, heads, rows)}
<nav class="links">${query.token !== undefined && html`<a class="ds-link" href="${collection.url}/items">${message(language, 'page.first')}</a>`}
${next && html`<a class="ds-link" rel="next" href="${next.href}">${message(language, 'page.next')}</a>`}</nav>`;
}
