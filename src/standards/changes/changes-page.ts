import { html, type Markup } from '../../kernel/http/html.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { type Link, segment } from '../../kernel/http/links.ts';
import { message } from '../../kernel/i18n/message.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { Change } from '../../kernel/log/feed/change.ts';
import type { ChangesContext } from './context.ts';

/** What was changed, as a page that works without JavaScript; the portal takes over where it is built. */
export function changesPage(
  context: ChangesContext,
  changes: readonly Change[],
  links: readonly Link[],
): string {
  const { language, base, url, settings, services, collection } = context;
  const title = message(language, 'changes.title');
  const register = collection === undefined ? undefined : services.registry.get(collection);
  const next = links.find(({ rel }) => rel === 'next');
  const keys = ['recorded', 'actor', 'cause'] as const;
  const heads = [
    ...keys.map((key) => message(language, `page.${key}`)),
    message(language, 'changes.record'),
    message(language, 'changes.what'),
  ];
  const rows = changes.map((change) => [
    html`<bdi>${change.recordedAt}</bdi>`,
    change.actor,
    change.cause,
    place(context, change),
    message(language, `changes.kind.${change.kind}`),
  ]);
  return htmlPage({
    language,
    base,
    settings,
    self: url,
    links,
    title: register ? `${title}: ${textIn(language, register.title)}` : title,
    trail: [
      { title: settings.title[language], href: `${base}/` },
      ...(register
        ? [{ title: textIn(language, register.title)!, href: url.replace(/\/changes$/, '') }]
        : []),
    ],
    body: html`${changes.length === 0 && html`<p class="ds-paragraph">${message(language, 'changes.none')}</p>`}
<div class="table-scroll" tabindex="0" role="region" aria-label="${title}"><table class="ds-table" data-zebra>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>
${next && html`<p><a class="ds-link" rel="next" href="${next.href}">${message(language, 'page.next')}</a></p>`}`,
  });
}

function place({ base, services, language }: ChangesContext, { register, record }: Change): Markup {
  const url = `${base}/collections/${segment(register)}`;
  const declared = services.registry.get(register);
  const title = declared ? textIn(language, declared.title) : register;
  if (record === '') return html`<a class="ds-link" href="${url}">${title}</a>`;
  return html`<a class="ds-link" href="${url}/items/${segment(record)}/history"><bdi>${record}</bdi></a> · ${title}`;
}
