import { html, type Markup } from '../../../kernel/http/html.ts';
import type { Language } from '../../../kernel/i18n/language.ts';
import { message } from '../../../kernel/i18n/message.ts';
import type { RequestContext } from '../context.ts';
import type { FunctionDocument } from '../functions.ts';
import type { ListedCollection } from '../listed-collection.ts';
import { table } from './display.ts';
import { registersList } from './registers-list.ts';

/** The first page: search, registers by desk, and where the description of the API is. */
export function landingBody(context: RequestContext, listed: readonly ListedCollection[]): Markup {
  const { base, language, settings } = context;
  const root = new URL(base).pathname.replace(/\/$/, '');
  return html`<p class="ds-paragraph" data-variant="long">${settings.description[language]}</p>
<form action="${root}/search" method="get" role="search"><div class="ds-field">
<label class="ds-label" for="q">${message(language, 'page.search-label')}</label>
<input class="ds-input" id="q" name="q" type="search" required minlength="2"></div>
<p><button class="ds-button" type="submit">${message(language, 'page.search')}</button></p></form>
${registersList(context, listed)}
<p class="links"><a class="ds-link" href="${base}/api.html">${message(language, 'page.api')}</a>
<a class="ds-link" href="${base}/conformance">${message(language, 'page.conformance')}</a>
<a class="ds-link" href="${base}/functions">${message(language, 'page.functions')}</a></p>`;
}

export function conformanceList(classes: readonly string[]): Markup {
  return html`<ul>${classes.map((each) => html`<li><code>${each}</code></li>`)}</ul>`;
}

export function functionsTable(language: Language, functions: readonly FunctionDocument[]): Markup {
  const heads = [
    message(language, 'page.title'),
    message(language, 'page.parameters'),
    message(language, 'page.meaning'),
  ];
  return table(
    message(language, 'page.functions'),
    heads,
    functions.map((each) => [
      html`<code>${each.name}</code>`,
      each.arguments.map(({ type }) => type.join()).join(', '),
      html`<span lang="en" dir="ltr">${each.description}</span>`,
    ]),
  );
}
