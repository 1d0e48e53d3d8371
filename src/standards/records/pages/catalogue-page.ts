import type { CatalogueEntry } from '../../../kernel/catalogue/catalogue-entry.ts';
import { html, type Markup } from '../../../kernel/http/html.ts';
import { message } from '../../../kernel/i18n/message.ts';
import type { RecordsContext } from '../context.ts';
import { recordLine, searchForm } from './record-list.ts';

/** The first page of the catalogue: what it is, search, everything in it. */
export function cataloguePage(context: RecordsContext, entries: readonly CatalogueEntry[]): Markup {
  const { language, base } = context;
  return html`<p class="ds-paragraph" data-variant="long">${message(language, 'catalogue.about')}</p>
${searchForm(context, '')}
<p class="links"><a class="ds-link" href="${base}/catalogue/themes">${message(language, 'catalogue.themes')}</a>
<a class="ds-link" href="${base}/catalogue/dcat">${message(language, 'catalogue.dcat')}</a></p>
<section><h2 class="ds-heading" data-size="sm">${message(language, 'catalogue.datasets')}</h2>
<ul>${entries.map((entry) => recordLine(context, entry))}</ul></section>`;
}
