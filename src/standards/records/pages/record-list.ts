import type { CatalogueEntry } from '../../../kernel/catalogue/catalogue-entry.ts';
import { html, type Markup } from '../../../kernel/http/html.ts';
import type { Link } from '../../../kernel/http/links.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import { catalogueUrl, type RecordsContext, recordUrl } from '../context.ts';
import type { RecordsQuery } from '../records-query.ts';

interface Found {
  readonly query: RecordsQuery;
  readonly matched: number;
  readonly links: readonly Link[];
}

/** Records as a list under the form that asks for them; works without a script. */
export function recordList(
  context: RecordsContext,
  entries: readonly CatalogueEntry[],
  { query, matched, links }: Found,
): Markup {
  const { language } = context;
  const turns = links.filter(({ rel }) => rel === 'next' || rel === 'prev');
  return html`${searchForm(context, query.words ?? '')}
<p class="ds-paragraph">${message(language, 'page.matched', { count: matched })}</p>
${entries.length === 0 && html`<p class="ds-paragraph">${message(language, 'catalogue.none')}</p>`}
<ul>${entries.map((entry) => recordLine(context, entry))}</ul>
${
  turns.length > 0 &&
  html`<p class="links">${turns.map(
    ({ rel, href }) =>
      html`<a class="ds-link" rel="${rel}" href="${href}">${rel === 'next' ? message(language, 'page.next') : '←'}</a>`,
  )}</p>`
}`;
}

export function searchForm(context: RecordsContext, words: string): Markup {
  const { language } = context;
  const action = new URL(`${catalogueUrl(context)}/items`).pathname;
  return html`<form action="${action}" method="get" role="search"><div class="ds-field">
<label class="ds-label" for="words">${message(language, 'catalogue.search')}</label>
<input class="ds-input" id="words" name="words" type="search" value="${words}"></div>
<p><button class="ds-button" type="submit">${message(language, 'page.search')}</button></p></form>`;
}

export function recordLine(context: RecordsContext, entry: CatalogueEntry): Markup {
  const { language } = context;
  const about = [entry.theme?.name, entry.custodian?.name].map((text) => textIn(language, text as never));
  return html`<li><a class="ds-link" href="${recordUrl(context, entry.id)}">${textIn(language, entry.title)}</a>
<br>${textIn(language, entry.description)}${
    about.some(Boolean) && html`<br><small>${about.filter(Boolean).join(' · ')}</small>`
  }</li>`;
}
