import type { FastifyReply } from 'fastify';
import type { Link } from '../../kernel/http/links.ts';
import { message } from '../../kernel/i18n/message.ts';
import { answerDescription } from './answer.ts';
import { conformance } from './conformance.ts';
import type { RequestContext } from './context.ts';
import { functionsDocument } from './functions.ts';
import { listedCollections } from './listed-collection.ts';
import { conformanceList, functionsTable, landingBody } from './pages/landing-page.ts';
import { html, json, openApi } from './representations.ts';

/** GET `/`: where everything begins. */
export async function answerLanding(context: RequestContext, reply: FastifyReply) {
  const { base, language, settings } = context;
  const listed = await listedCollections(context);
  return answerDescription(context, reply, {
    url: `${base}/`,
    offered: [json, html],
    links: [
      ...landingLinks(context),
      ...(context.contributions ?? []).flatMap((each) => each.landing?.(context) ?? []),
    ],
    document: (links) => ({
      title: settings.title[language],
      description: settings.description[language],
      titles: settings.title,
      ...settings.packFacts,
      links,
    }),
    page: () => ({ title: settings.title[language], body: landingBody(context, listed) }),
  });
}

function landingLinks({ base, language }: RequestContext): readonly Link[] {
  const link = (rel: string, path: string, type: string, title: string): Link => ({
    rel,
    href: `${base}${path}`,
    type,
    title,
  });
  const ogc = 'http://www.opengis.net/def/rel/ogc/1.0';
  const description = message(language, 'page.api');
  const standards = message(language, 'page.conformance');
  const registers = message(language, 'page.registers');
  return [
    link('service-desc', '/api', openApi.mediaType, description),
    link('service-doc', '/api.html', 'text/html', description),
    link('conformance', '/conformance', json.mediaType, standards),
    link(`${ogc}/conformance`, '/conformance', json.mediaType, standards),
    link('data', '/collections', json.mediaType, registers),
    link(`${ogc}/data`, '/collections', json.mediaType, registers),
    link(`${ogc}/functions`, '/functions', json.mediaType, message(language, 'page.functions')),
    { ...link('search', '/search', json.mediaType, message(language, 'page.search')) },
  ];
}

/** GET `/conformance`. */
export function answerConformance(context: RequestContext, reply: FastifyReply) {
  const { base, language, settings, contributions = [] } = context;
  const classes = [...new Set([...conformance, ...contributions.flatMap((each) => each.conformsTo ?? [])])];
  return answerDescription(context, reply, {
    url: `${base}/conformance`,
    offered: [json, html],
    document: (links) => ({ links, conformsTo: classes }),
    page: () => ({
      title: message(language, 'page.conformance'),
      body: conformanceList(classes),
      trail: [{ title: settings.title[language], href: `${base}/` }],
      isPortalRoom: false,
    }),
  });
}

/** GET `/functions`. */
export function answerFunctions(context: RequestContext, reply: FastifyReply) {
  const { base, language, settings } = context;
  const document = functionsDocument();
  return answerDescription(context, reply, {
    url: `${base}/functions`,
    offered: [json, html],
    document: (links) => ({ links, ...document }),
    page: () => ({
      title: message(language, 'page.functions'),
      body: functionsTable(language, document.functions),
      trail: [{ title: settings.title[language], href: `${base}/` }],
      isPortalRoom: false,
    }),
  });
}
