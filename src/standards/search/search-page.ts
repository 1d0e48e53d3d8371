import { html, type Markup } from '../../kernel/http/html.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { Hit } from './hit.ts';

/** What was found, by register, under the form that asked. */
export function searchBody(base: string, language: Language, q: string, hits: readonly Hit[]): Markup {
  const root = new URL(base).pathname.replace(/\/$/, '');
  const registers = [...new Set(hits.map(({ register }) => register))];
  return html`<form action="${root}/search" method="get" role="search"><div class="ds-field">
<label class="ds-label" for="q">${message(language, 'page.search-label')}</label>
<input class="ds-input" id="q" name="q" type="search" required value="${q}"></div>
<p><button class="ds-button" type="submit">${message(language, 'page.search')}</button></p></form>
${q !== '' && hits.length === 0 && html`<p class="ds-paragraph">${message(language, 'page.search-none', { q })}</p>`}
${registers.map((register) =>
  section(
    base,
    hits.filter((hit) => hit.register === register),
  ),
)}`;
}

function section(base: string, hits: readonly Hit[]): Markup {
  const { register, registerTitle } = hits[0]!;
  const url = `${base}/collections/${encodeURIComponent(register)}`;
  return html`<section><h2 class="ds-heading" data-size="sm"><a class="ds-link" href="${url}">${registerTitle}</a></h2>
<ul>${hits.map(
    ({ id, title, detail }) =>
      html`<li><a class="ds-link" href="${url}/items/${encodeURIComponent(id)}">${title}</a>${detail && html` <bdi>${detail}</bdi>`}</li>`,
  )}</ul></section>`;
}
