import { html, type Markup } from '../../../kernel/http/html.ts';
import type { Language } from '../../../kernel/i18n/language.ts';
import { message } from '../../../kernel/i18n/message.ts';
import type { PropertySchema } from '../field-schema.ts';
import type { SchemaDocument } from '../schemas.ts';
import { table } from './display.ts';

/** A schema as a table of its properties. */
export function schemaTable(language: Language, document: SchemaDocument): Markup {
  const heads = (['field', 'title', 'type', 'unit', 'codes'] as const).map((key) =>
    message(language, `page.${key}`),
  );
  const rows = Object.entries(document.properties).map(([name, property]) => [
    html`<code>${name}</code>`,
    String(property.title ?? ''),
    html`<code>${typeText(property)}</code>`,
    html`<bdi>${property['x-ogc-unit']}</bdi>`,
    codesOf(property)
      .map(({ const: value, title }) => (title === value ? value : `${value}: ${title}`))
      .join('; '),
  ]);
  const fields = table(document.title, heads, rows);
  const rules = document['x-ufuq-rules'] ?? [];
  if (rules.length === 0) return fields;
  return html`${fields}<h2>${message(language, 'page.rules')}</h2>
<ul>${rules.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`;
}

function typeText({ type, format, items }: PropertySchema): string {
  if (type === 'array') return `${typeText(items as PropertySchema)}[]`;
  return String(format ?? type ?? '');
}

function codesOf(property: PropertySchema): readonly { const: string; title: string }[] {
  const codes = property.oneOf ?? (property.items as PropertySchema | undefined)?.oneOf;
  return (codes ?? []) as readonly { const: string; title: string }[];
}
