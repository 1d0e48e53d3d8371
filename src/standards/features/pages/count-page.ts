import type { CountDocument } from '../../../kernel/completeness/count-document.ts';
import { html, type Markup } from '../../../kernel/http/html.ts';
import type { HtmlPage } from '../../../kernel/http/html-page.ts';
import type { Link } from '../../../kernel/http/links.ts';
import { clip } from '../../../kernel/http/parameters.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import { writtenNumber } from '../../../kernel/i18n/written-time.ts';
import type { Collection, RequestContext } from '../context.ts';
import { registersTrail } from '../trail.ts';
import { periodText, table } from './display.ts';

/** How many there were: the sentence, the groups, and the statements behind it. */
export function countPage(
  context: RequestContext,
  { register, url }: Collection,
  document: CountDocument,
  links: readonly Link[],
): HtmlPage {
  const { base, language, settings } = context;
  const title = textIn(language, register.title)!;
  return {
    language,
    base,
    settings,
    title: `${message(language, 'count.title')}: ${title}`,
    self: links[0]!.href,
    links,
    isPortalRoom: false,
    trail: [...registersTrail(context), { title, href: url }],
    body: html`<p class="ds-paragraph" data-size="lg">${document.sentence}</p>
${groups(context, document, links)}
${statements(context, document)}`,
  };
}

function groups({ language }: RequestContext, document: CountDocument, links: readonly Link[]) {
  if (!document.groups) return false;
  const keys = Object.keys(document.groups[0]?.values ?? {});
  const heads = [...keys, message(language, 'count.count'), message(language, 'count.undated')];
  const rows = document.groups.map(({ titles, count, undated }) => [
    ...keys.map((key) => html`<bdi>${titles[key]}</bdi>`),
    writtenNumber(language, count),
    writtenNumber(language, undated),
  ]);
  const next = links.find(({ rel }) => rel === 'next');
  return html`${table(message(language, 'count.title'), heads, rows)}
${next && html`<a class="ds-link" rel="next" href="${next.href}&f=html">${message(language, 'page.next')}</a>`}`;
}

function statements({ language }: RequestContext, document: CountDocument): Markup | false {
  if (document.statements.length === 0) return false;
  const heads = [
    message(language, 'count.custodian'),
    message(language, 'count.basis'),
    message(language, 'page.period'),
    message(language, 'count.evidence'),
  ];
  const rows = document.statements.map(({ href, custodian, basis, period, evidence }) => [
    html`<a class="ds-link" href="${href}">${custodian.title}</a>`,
    basis,
    html`<bdi>${periodText(period, language)}</bdi>`,
    html`${evidence.map((document) => html`<a class="ds-link" href="${document.href}">${clip(document.title)}</a> `)}`,
  ]);
  return html`<section><h2 class="ds-heading" data-size="sm">${message(language, 'count.statements')}</h2>
${table(message(language, 'count.statements'), heads, rows)}</section>`;
}
