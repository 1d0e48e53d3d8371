import type { CatalogueEntry } from '../../../kernel/catalogue/catalogue-entry.ts';
import { licenceUrl } from '../../../kernel/catalogue/licence.ts';
import { html, type Markup } from '../../../kernel/http/html.ts';
import { type MessageKey, message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { RecordsContext } from '../context.ts';
import type { RecordDocument } from '../record-document.ts';

const navigation = new Set(['self', 'alternate', 'collection']);

/** A record as a page: what it says, and every door to the resource. */
export function recordPage(
  context: RecordsContext,
  entry: CatalogueEntry,
  { links }: RecordDocument,
): Markup {
  const { language, base } = context;
  const say = (text: unknown) => textIn(language, text as never);
  const { theme, custodian } = entry;
  const link = (register: string, id: string, text: string | undefined) =>
    html`<a class="ds-link" href="${base}/collections/${register}/items/${encodeURIComponent(id)}">${text ?? id}</a>`;
  const none = message(language, 'catalogue.not-stated');
  const rows: readonly (readonly [MessageKey, Markup | string | undefined])[] = [
    ['page.type', message(language, `catalogue.type-${entry.type}`)],
    ['page.theme', theme ? link('themes', theme.id, say(theme.name)) : none],
    ['catalogue.custodian', custodian ? link('organisations', custodian.id, say(custodian.name)) : none],
    ['page.legal-basis', say(entry.legalBasis) ?? none],
    [
      'catalogue.licence',
      entry.licence
        ? html`<a class="ds-link" href="${licenceUrl(entry.licence)}">${entry.licence}</a>`
        : none,
    ],
    ['catalogue.cycle', entry.updateCycle ? html`<bdi>${entry.updateCycle}</bdi>` : none],
    ['catalogue.contact', entry.contact ? html`<bdi>${entry.contact}</bdi>` : undefined],
    ['catalogue.updated', html`<time datetime="${entry.changedAt}">${entry.changedAt.slice(0, 10)}</time>`],
    ['page.count', entry.records === null ? undefined : String(entry.records)],
    [
      'page.extent',
      entry.bbox ? html`<bdi>${entry.bbox.map((each) => each.toFixed(4)).join(', ')}</bdi>` : none,
    ],
    [
      'catalogue.access',
      message(language, entry.isOpen ? 'catalogue.access-public' : 'catalogue.access-restricted'),
    ],
  ];
  const doors = links.filter(({ rel }) => !navigation.has(rel));
  return html`<p class="ds-paragraph" data-variant="long">${say(entry.description)}</p>
<dl>${rows.map(([key, value]) => value !== undefined && html`<dt>${message(language, key)}</dt><dd>${value}</dd>`)}</dl>
<section><h2 class="ds-heading" data-size="sm">${message(language, 'catalogue.doors')}</h2>
<ul>${doors.map(({ href, type, title }) => html`<li><a class="ds-link" href="${href}" type="${type}">${title ?? type}</a></li>`)}</ul></section>`;
}
