import { html, type Markup } from '../../../kernel/http/html.ts';
import type { Link } from '../../../kernel/http/links.ts';
import { message } from '../../../kernel/i18n/message.ts';
import type { CollectionDocument } from '../collection-view.ts';
import type { Collection, RequestContext } from '../context.ts';
import { facts, periodText } from './display.ts';

/** A register: what it is about, who keeps it, and where its records are. */
export function collectionPage(
  { language }: RequestContext,
  { url, register }: Collection,
  view: CollectionDocument,
  links: readonly Link[],
): Markup {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const interval = view.extent?.temporal?.interval[0];
  const downloads = links.filter(({ rel }) => rel === 'enclosure');
  return html`<p class="ds-paragraph" data-variant="long">${view.description}</p>
<p class="links"><a class="ds-button" href="${url}/items">${say('page.records')}</a>
<a class="ds-link" href="${url}/schema?f=html">${say('page.schema')}</a>
<a class="ds-link" href="${url}/queryables?f=html">${say('page.queryables')}</a>
<a class="ds-link" href="${url}/sortables?f=html">${say('page.sortables')}</a></p>
${facts([
  [say('page.count'), view.count],
  [say('page.desk'), register.desk && say(`desk.${register.desk}`)],
  [say('page.theme'), view.theme],
  [say('page.steward'), view.steward],
  [say('page.legal-basis'), view.legalBasis],
  [say('page.extent'), view.extent?.spatial && html`<bdi>${view.extent.spatial.bbox[0]!.join(', ')}</bdi>`],
  [
    say('page.period'),
    interval && html`<bdi>${periodText({ from: interval[0]!, to: interval[1]! }, language)}</bdi>`,
  ],
])}
<section><h2 class="ds-heading" data-size="sm">${say('page.download')}</h2>
<ul class="links">${downloads.map(({ href, type, title }) => html`<li><a class="ds-link" href="${href}" type="${type}">${title?.replace(/^.*\((.*)\)$/, '$1')}</a></li>`)}</ul></section>`;
}
