import { html, type Markup } from '../../../kernel/http/html.ts';
import { message } from '../../../kernel/i18n/message.ts';
import type { RequestContext } from '../context.ts';
import type { ListedCollection } from '../listed-collection.ts';
import { table } from './display.ts';

/** The registers by desk; those made at run time, which have none, come last. */
export function registersList(context: RequestContext, listed: readonly ListedCollection[]): Markup {
  const desks = [...new Set(listed.map(({ collection }) => collection.register.desk))].sort(
    (a, b) => Number(a === undefined) - Number(b === undefined),
  );
  return html`${desks.map((desk) =>
    section(
      context,
      listed.filter(({ collection }) => collection.register.desk === desk),
    ),
  )}`;
}

function section({ language }: RequestContext, listed: readonly ListedCollection[]): Markup {
  const desk = listed[0]!.collection.register.desk;
  const name = message(language, desk ? `desk.${desk}` : 'page.other-registers');
  const heads = [
    message(language, 'page.title'),
    message(language, 'page.meaning'),
    message(language, 'page.count'),
  ];
  return html`<section><h2 class="ds-heading" data-size="md">${name}</h2>
${table(
  name,
  heads,
  listed.map(({ collection, view }) => [
    html`<a class="ds-link" href="${collection.url}">${view.title}</a>`,
    view.description,
    view.count,
  ]),
)}</section>`;
}
