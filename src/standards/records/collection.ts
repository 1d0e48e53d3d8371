import type { FastifyReply } from 'fastify';
import { anyText, oneOf, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import { answer, formOf, json, twoForms } from './answer.ts';
import { catalogueDocument, catalogueLinks, entriesFor } from './catalogue-document.ts';
import { catalogueUrl, type RecordsContext } from './context.ts';
import { cataloguePage } from './pages/catalogue-page.ts';
import { catalogueTrail } from './trail.ts';

export const descriptionParameters = { f: anyText, lang: oneOf(...languages) };

/** GET `/collections/catalogue`, and `/catalogue`, which is the room of the portal with the same content. */
export async function answerCatalogue(context: RecordsContext, reply: FastifyReply, isRoom: boolean) {
  const { f } = requireParameters(context.request.query as RawQuery, descriptionParameters);
  const chosen = formOf(context, json, f);
  const url = isRoom ? `${context.base}/catalogue` : catalogueUrl(context);
  const self = f === undefined ? url : `${url}?f=${f}`;
  const links = [...twoForms(self, chosen, json), ...catalogueLinks(context)];
  const entries = await entriesFor(context, context.releases);
  return answer(context, reply, chosen, {
    self,
    links,
    title: message(context.language, 'catalogue.title'),
    trail: catalogueTrail(context, false),
    isPortalRoom: true,
    document: () => ({ ...catalogueDocument(context, entries), links }),
    body: () => cataloguePage(context, entries),
  });
}
