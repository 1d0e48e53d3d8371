import { html } from '../../../kernel/http/html.ts';
import type { HtmlPage } from '../../../kernel/http/html-page.ts';
import type { Link } from '../../../kernel/http/links.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { RecordView } from '../../../kernel/query/question.ts';
import { type Collection, type RequestContext, recordUrl } from '../context.ts';
import { registersTrail } from '../trail.ts';
import { facts, periodText, recordTitle, valueMarkup } from './display.ts';

const mostGeometryText = 400;

/** One record: its values, when it holds, where the log has it from. */
export function recordPage(
  context: RequestContext,
  collection: Collection,
  record: RecordView,
  links: readonly Link[],
): HtmlPage {
  const { base, language, settings } = context;
  const { register, view, url } = collection;
  const title = recordTitle(register, record, language);
  const self = recordUrl(collection, record.id);
  const values = view.fields.map(
    (field) =>
      [
        textIn(language, field.title) ?? field.name,
        valueMarkup(field, record.properties[field.name], context),
      ] as const,
  );
  const hasPeriod = record.valid.from !== null || record.valid.to !== null;
  return {
    language,
    base,
    settings,
    title,
    self,
    links,
    trail: [
      ...registersTrail(context),
      { title: textIn(language, register.title)!, href: url },
      { title: message(language, 'page.records'), href: `${url}/items` },
    ],
    body: html`${facts([
      [message(language, 'page.id'), html`<code>${record.id}</code>`],
      ...values,
      [
        message(language, 'page.valid'),
        hasPeriod ? html`<bdi>${periodText(record.valid, language)}</bdi>` : undefined,
      ],
      [message(language, 'page.geometry'), geometryText(record)],
      [message(language, 'page.legal-basis'), textIn(language, register.legalBasis)],
      [message(language, 'page.position'), record.entry],
    ])}
<p class="ds-paragraph"><a class="ds-link" href="${self}/history">${message(language, 'page.history')}</a></p>`,
  };
}

function geometryText({ geometry }: RecordView) {
  if (!geometry) return undefined;
  const text = JSON.stringify(geometry);
  return html`<code>${text.length > mostGeometryText ? `${text.slice(0, mostGeometryText)}…` : text}</code>`;
}
