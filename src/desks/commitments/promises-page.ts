import { html, type Markup } from '../../kernel/http/html.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import { statuses } from './engine/promise.ts';
import { statusName } from './promise-sentence.ts';
import type { PromisesDocument } from './promises-document.ts';

/** The page of promises as the server renders it, for whoever reads without the portal. */
export function promisesBody(
  { summary, promises, datetime }: PromisesDocument,
  language: Language,
  base: string,
): Markup {
  const say = (key: Parameters<typeof message>[1], params = {}) => message(language, key, params);
  const counts = statuses.map(
    (status) => html`<dt>${statusName(language, status)}</dt><dd>${summary[status]}</dd>`,
  );
  const rows = promises.map(
    (promise) => html`<tr>
<td><a class="ds-link" href="${promise.href}"><bdi>${promise.name}</bdi></a></td>
<td><bdi>${promise.parties.map(({ name }) => name).join('; ')}</bdi></td>
<td>${promise.due ?? say('promise.no-due')}</td>
<td>${statusName(language, promise.status)}</td>
<td>${promise.sentence}</td>
<td>${promise.evidence.map((hash) => html`<a class="ds-link" href="${base}/documents/${hash}">${hash.slice(0, 8)}</a> `)}</td>
</tr>`,
  );
  const heads = ['promise', 'parties', 'due', 'status', 'why', 'evidence'] as const;
  return html`<p>${say('promise.as-of', { day: datetime })}</p>
<dl class="facts">${counts}<dt>${say('promise.without-evidence')}</dt><dd>${summary.withoutEvidence}</dd></dl>
<table class="ds-table"><thead><tr>${heads.map((head) => html`<th scope="col">${say(`promise.column.${head}`)}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}
