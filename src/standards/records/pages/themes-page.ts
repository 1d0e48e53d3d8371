import type { BoardTheme, ThemeBoard } from '../../../kernel/catalogue/theme-board.ts';
import { html, type Markup } from '../../../kernel/http/html.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { RecordsContext } from '../context.ts';

/** The board of themes as tables: one list after another, what is missing said in words. */
export function themesPage(context: RecordsContext, { themes, orphans }: ThemeBoard): Markup {
  const { language, base } = context;
  const lists = ['inspire-i', 'inspire-ii', 'inspire-iii'] as const;
  const others = themes.filter(
    (theme) => !theme.lists.some((list) => (lists as readonly string[]).includes(list)),
  );
  const groups = [
    ...lists.map(
      (list) => [`catalogue.list-${list}`, themes.filter((theme) => theme.lists.includes(list))] as const,
    ),
    ['catalogue.list-other', others] as const,
  ];
  const counts = {
    all: themes.length,
    missing: themes.filter(({ isMissing }) => isMissing).length,
    orphan: themes.filter(({ isOrphan }) => isOrphan).length,
  };
  return html`<p class="ds-paragraph" data-variant="long">${message(language, 'catalogue.theme-counts', counts)}</p>
${groups.map(([key, members]) => members.length > 0 && themeTable(context, message(language, key), members))}
${
  orphans.length > 0 &&
  html`<section><h2 class="ds-heading" data-size="sm">${message(language, 'catalogue.orphan-registers')}</h2><ul>${orphans.map(
    ({ id, title, reasons }) =>
      html`<li><a class="ds-link" href="${base}/collections/${encodeURIComponent(id)}">${textIn(language, title)}</a>: ${reasons
        .map((reason) => message(language, `catalogue.reason-${reason}`))
        .join(', ')}</li>`,
  )}</ul></section>`
}`;
}

function themeTable(context: RecordsContext, caption: string, themes: readonly BoardTheme[]): Markup {
  const { language } = context;
  const heads = ['page.theme', 'catalogue.custodian', 'page.registers', 'catalogue.maturity'] as const;
  return html`<table class="ds-table"><caption>${caption}</caption><thead><tr>${heads.map(
    (key) => html`<th scope="col">${message(language, key)}</th>`,
  )}</tr></thead><tbody>${themes.map((theme) => themeRow(context, theme))}</tbody></table>`;
}

function themeRow({ language, base }: RecordsContext, theme: BoardTheme): Markup {
  const say = (text: unknown) => textIn(language, text as never);
  const { custodian } = theme;
  const keeper = custodian?.name
    ? html`<a class="ds-link" href="${base}/collections/organisations/items/${encodeURIComponent(custodian.id)}">${say(custodian.name)}</a>`
    : message(language, custodian ? 'catalogue.orphan-unknown' : 'catalogue.orphan', {
        id: custodian?.id ?? '',
      });
  return html`<tr><th scope="row">${say(theme.name)}</th><td>${keeper}</td><td>${
    theme.isMissing
      ? message(language, 'catalogue.missing')
      : theme.registers.map(
          ({ id, title }) =>
            html`<a class="ds-link" href="${base}/collections/${encodeURIComponent(id)}">${say(title)}</a> `,
        )
  }</td><td>${theme.maturity.score.toFixed(0)}</td></tr>`;
}
