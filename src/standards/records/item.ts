import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import { answer, formOf, geoJson } from './answer.ts';
import { entriesFor } from './catalogue-document.ts';
import { descriptionParameters } from './collection.ts';
import { catalogueId, type RecordsContext, recordUrl } from './context.ts';
import { recordPage } from './pages/record-page.ts';
import { recordDocument } from './record-document.ts';
import { releaseLinks, selfLinks } from './record-links.ts';
import { catalogueTrail } from './trail.ts';

/** GET `/collections/catalogue/items/{record}`. @throws {Problem} `record-not-found`, also for what the caller may not see */
export async function answerRecord(context: RecordsContext, id: string, reply: FastifyReply) {
  const { f } = requireParameters(context.request.query as RawQuery, descriptionParameters);
  const chosen = formOf(context, geoJson, f);
  const entries = await entriesFor(context, context.releases);
  const entry = entries.find((each) => each.id === id);
  if (!entry) throw new Problem('record-not-found', { register: catalogueId, record: id });
  const own = selfLinks(context, id, chosen.id === 'html' ? 'html' : f === undefined ? undefined : 'json');
  const released = entries.filter(({ release }) => entry.release === null && release?.registers.includes(id));
  const document = recordDocument(context, entry, [...own, ...releaseLinks(context, released)]);
  return answer(context, reply, chosen, {
    self: recordUrl(context, id),
    links: own.filter(({ hreflang, rel }) => rel !== 'alternate' || hreflang === undefined),
    title: textIn(context.language, entry.title)!,
    trail: catalogueTrail(context),
    isPortalRoom: true,
    document: () => document,
    body: () => recordPage(context, entry, document),
  });
}
