import { html, type Markup } from '../../../kernel/http/html.ts';
import { isLanguage, type Language } from '../../../kernel/i18n/language.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { RecordView } from '../../../kernel/query/question.ts';
import type { Field } from '../../../kernel/register/declaration.ts';
import type { Register } from '../../../kernel/register/register.ts';
import type { RequestContext } from '../context.ts';

/** Text of a value as a person reads it: code titles, their own language, yes and no. */
export function valueText(field: Field, value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => codeTitle(field, each, language)).join(', ');
  if (field.type === 'localized') return textIn(language, value as never) ?? '';
  if (typeof value === 'boolean') return message(language, value ? 'page.yes' : 'page.no');
  if (typeof value === 'object') return JSON.stringify(value);
  return codeTitle(field, value, language);
}

function codeTitle(field: Field, value: unknown, language: Language): string {
  const code = field.codes?.find((each) => each.value === value);
  return code ? (textIn(language, code.title) ?? code.value) : String(value);
}

/** A value with its unit, linked where it names a record of another register. */
export function valueMarkup(
  field: Field,
  value: unknown,
  { language, base }: RequestContext,
): Markup | string {
  const text = valueText(field, value, language);
  if (text === '') return text;
  if (field.ref && typeof value === 'string')
    return html`<a class="ds-link" href="${base}/collections/${encodeURIComponent(field.ref)}/items/${encodeURIComponent(value)}">${text}</a>`;
  const unit = field.unit && field.unit !== '1' ? ` ${field.unit}` : '';
  if (field.type === 'localized') return html`<span${langOf(value, language)}>${text}</span>`;
  return html`<bdi>${text}${unit}</bdi>`;
}

function langOf(value: unknown, language: Language): Markup | false {
  if (typeof value !== 'object' || value === null || language in value) return false;
  const actual = 'en' in value ? 'en' : Object.keys(value).find(isLanguage);
  return actual !== undefined && html` lang="${actual}"`;
}

/** What a record is called: its title field, else its id. */
export function recordTitle(
  register: Register,
  record: Pick<RecordView, 'id' | 'properties'>,
  language: Language,
): string {
  const field = register.fields.find(({ name }) => name === register.titleField);
  return (field && valueText(field, record.properties[field.name], language)) || record.id;
}

/** A list of facts; those without a value are left out. */
export function facts(pairs: readonly (readonly [string, Markup | string | number | undefined])[]): Markup {
  const known = pairs.filter(([, value]) => value !== undefined && value !== '');
  return html`<dl class="facts">${known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** From when until when something holds. */
export function periodText(
  { from, to }: { from: string | null; to: string | null },
  language: Language,
): string {
  const open = message(language, 'page.open');
  return `${from ?? open} – ${to ?? open}`;
}

/** A table that scrolls within the page where it is wide; `label` names it to who does not see it. */
export function table(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly (Markup | string | number)[])[],
): Markup {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${label}"><table class="ds-table" data-zebra>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;
}
