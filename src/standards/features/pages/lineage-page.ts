import { html } from '../../../kernel/http/html.ts';
import type { HtmlPage } from '../../../kernel/http/html-page.ts';
import type { Link } from '../../../kernel/http/links.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { Relative } from '../../../kernel/lineage/read-lineage.ts';
import { type Collection, type RequestContext, recordUrl } from '../context.ts';
import { registersTrail } from '../trail.ts';
import { periodText, table } from './display.ts';

/** What a record came from and what came of it, nearest first. */
export function lineagePage(
  context: RequestContext,
  collection: Collection,
  id: string,
  relatives: readonly Relative[],
  links: readonly Link[],
): Pick<HtmlPage, 'title' | 'body' | 'trail' | 'isPortalRoom'> {
  const { language } = context;
  const title = `${message(language, 'page.lineage')}: ${id}`;
  const heads = [
    message(language, 'page.generation'),
    message(language, 'page.id'),
    message(language, 'page.valid'),
  ];
  const rows = relatives.map(({ id: other, depth, valid }) => [
    message(language, 'page.relative', {
      depth: Math.abs(depth),
      side: depth < 0 ? 'before' : depth > 0 ? 'after' : 'self',
    }),
    html`<a class="ds-link" href="${recordUrl(collection, other)}"><bdi>${other}</bdi></a>`,
    html`<bdi>${periodText(valid, language)}</bdi>`,
  ]);
  const next = links.find(({ rel }) => rel === 'next');
  return {
    title,
    isPortalRoom: false,
    trail: [
      ...registersTrail(context),
      { title: textIn(language, collection.register.title)!, href: collection.url },
      { title: id, href: recordUrl(collection, id) },
    ],
    body: html`${table(title, heads, rows)}
${next && html`<p><a class="ds-link" rel="next" href="${next.href}">${message(language, 'page.next')}</a></p>`}`,
  };
}
