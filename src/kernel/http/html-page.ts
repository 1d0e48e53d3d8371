import { directionOf, type Language, languages } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { html, type Markup } from './html.ts';
import type { Link } from './links.ts';
import { stylePath } from './page-style.ts';
import type { HttpSettings } from './settings.ts';

export interface HtmlPage {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
  /** Absolute URL of the page itself. */
  readonly self: string;
  readonly settings: HttpSettings;
  /** The way from the landing page to here. */
  readonly trail?: readonly { readonly title: string; readonly href: string }[];
  /** The same in other formats, and what else is related. */
  readonly links?: readonly Link[];
  /** False for pages that the portal has no room for, so that its script leaves them alone. */
  readonly isPortalRoom?: boolean;
}

/** A whole page that works without JavaScript; where the portal is built, its script takes over `#portal`. */
export function htmlPage(page: HtmlPage): string {
  const { language, title, base, settings, body, trail = [], links = [] } = page;
  const root = new URL(base).pathname.replace(/\/$/, '');
  const portal = settings.hasPortal && page.isPortalRoom !== false;
  const markup = html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}" data-color-scheme="auto" data-size="md">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${settings.title[language]}</title>
<link rel="stylesheet" href="${root}${stylePath}">
${
  portal &&
  html`<link rel="stylesheet" href="${root}/portal/assets/portal.css">
<script type="module" src="${root}/portal/assets/portal.js"></script>`
}
${links.filter(({ rel }) => headRelations.has(rel)).map(headLink)}
</head>
<body>
<div id="portal">
<a class="ds-skip-link" href="#main">${message(language, 'page.skip')}</a>
<header class="page-header">
<a class="page-name" href="${base}/">${settings.title[language]}</a>
${languageChoice(language, root, page.self, base)}
</header>
<main id="main" tabindex="-1">
${trail.length > 0 && breadcrumbs(language, trail)}
<h1 class="ds-heading" data-size="lg">${title}</h1>
${body}
</main>
<footer class="page-footer">${formats(language, links)}</footer>
</div>
</body>
</html>
`;
  return markup.text;
}

const headRelations = new Set(['alternate', 'next', 'prev', 'canonical', 'service-desc']);

function headLink({ rel, type, href }: Link): Markup {
  return html`<link rel="${rel}" type="${type}" href="${href}">\n`;
}

function breadcrumbs(language: Language, trail: NonNullable<HtmlPage['trail']>): Markup {
  return html`<nav class="ds-breadcrumbs" aria-label="${message(language, 'page.trail')}"><ol>
${trail.map(({ title, href }) => html`<li><a class="ds-link" href="${href}">${title}</a></li>`)}
</ol></nav>`;
}

function languageChoice(language: Language, root: string, self: string, base: string): Markup {
  const here = self.startsWith(base) ? self.slice(base.length) || '/' : '/';
  const choices = languages.map((each) => {
    const name = message(each, 'language.own-name');
    const href = `${root}/language/${each}?to=${encodeURIComponent(here)}`;
    return each === language
      ? html`<li><span lang="${each}" aria-current="true">${name}</span></li>`
      : html`<li><a class="ds-link" lang="${each}" hreflang="${each}" rel="nofollow" href="${href}">${name}</a></li>`;
  });
  return html`<nav aria-label="${message(language, 'page.language')}"><ul>${choices}</ul></nav>`;
}

function formats(language: Language, links: readonly Link[]): Markup | false {
  const others = links.filter(({ rel }) => rel === 'alternate');
  if (others.length === 0) return false;
  return html`<nav aria-label="${message(language, 'page.formats')}"><p class="ds-paragraph">${message(language, 'page.formats')}</p>
<ul class="links">${others.map(
    ({ href, type, title }) =>
      html`<li><a class="ds-link" href="${href}" type="${type}">${title ?? type}</a></li>`,
  )}</ul></nav>`;
}
