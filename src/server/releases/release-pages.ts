import { html, type Markup } from '../../kernel/http/html.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { ReleaseSummary, StoredRelease } from '../../kernel/release/release-store.ts';

/** The list of releases without JavaScript. */
export function releasesBody(base: string, language: Language, releases: readonly ReleaseSummary[]): Markup {
  const say = (key: 'none' | 'lead' | 'registers' | 'records' | 'position') =>
    message(language, `releases.${key}`);
  if (releases.length === 0)
    return html`<p class="ds-paragraph">${say('lead')}</p><p class="ds-paragraph">${say('none')}</p>`;
  return html`<p class="ds-paragraph">${say('lead')}</p>
<table class="ds-table"><thead><tr><th>${say('registers')}</th><th>${say('position')}</th><th>${say('records')}</th></tr></thead>
<tbody>${releases.map(
    ({ id, registers, position, records }) =>
      html`<tr><td><a class="ds-link" href="${base}/releases/${id}">${registers.join(', ')}</a></td><td>${position}</td><td>${records}</td></tr>`,
  )}</tbody></table>`;
}

/** One release without JavaScript: what is in it, its files with their hashes, and how it is checked. */
export function releaseBody(base: string, language: Language, release: StoredRelease): Markup {
  const { id, manifest, withdrawn } = release;
  const url = `${base}/releases/${id}`;
  return html`${
    withdrawn &&
    html`<p class="ds-paragraph"><strong>${message(language, 'releases.withdrawn', { at: withdrawn.at.slice(0, 10), reason: withdrawn.reason })}</strong></p>`
  }
<dl><dt>${message(language, 'releases.position')}</dt><dd>${manifest.position}</dd>
<dt>${message(language, 'releases.recorded')}</dt><dd>${manifest.recordedAt}</dd></dl>
<h2 class="ds-heading" data-size="sm">${message(language, 'releases.files')}</h2>
<table class="ds-table"><thead><tr><th>${message(language, 'releases.files')}</th><th>${message(language, 'releases.size')}</th><th>SHA-256</th></tr></thead>
<tbody>${manifest.files.map(
    ({ name, bytes, sha256 }) =>
      html`<tr><td>${withdrawn ? name : html`<a class="ds-link" href="${url}/${name}">${name}</a>`}</td><td>${bytes}</td><td><code>${sha256}</code></td></tr>`,
  )}</tbody></table>
<h2 class="ds-heading" data-size="sm">${message(language, 'releases.verify')}</h2>
<pre><code>ufuq verify ${url}</code></pre>`;
}
