import type { FastifyReply } from 'fastify';
import { visibleRegisters } from '../../kernel/access/narrow.ts';
import { message } from '../../kernel/i18n/message.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import { answerDescription } from './answer.ts';
import { type CollectionDocument, collectionLinks, collectionView, selfInList } from './collection-view.ts';
import { type Collection, collectionOf, type RequestContext } from './context.ts';
import { advertisedCrs } from './crs.ts';
import { collectionPage } from './pages/collection-page.ts';
import { registersList } from './pages/registers-list.ts';
import { html, json } from './representations.ts';

export interface ListedCollection {
  readonly collection: Collection;
  readonly view: CollectionDocument;
}

/** Every collection that the caller may know of, with what is counted of it. */
export async function listedCollections(context: RequestContext): Promise<readonly ListedCollection[]> {
  const registers = visibleRegisters(context.services.registry.all(), context.caller);
  return Promise.all(
    registers.map(async ({ id }) => {
      const collection = collectionOf(context, id);
      return { collection, view: await collectionView(context, collection) };
    }),
  );
}

/** GET `/collections`. */
export async function answerCollections(context: RequestContext, reply: FastifyReply) {
  const listed = await listedCollections(context);
  const url = `${context.base}/collections`;
  return answerDescription(context, reply, {
    url,
    offered: [json, html],
    links: [{ rel: 'root', href: `${context.base}/`, type: json.mediaType }],
    document: (links) => ({
      links,
      timeStamp: context.services.clock().toISOString(),
      numberMatched: listed.length,
      numberReturned: listed.length,
      crs: advertisedCrs,
      collections: listed.map(({ collection, view }) => ({
        ...view,
        links: [...selfInList(collection.url), ...collectionLinks(context, collection)],
      })),
    }),
    page: () => ({
      title: message(context.language, 'page.registers'),
      body: registersList(context, listed),
      trail: [{ title: context.settings.title[context.language], href: `${context.base}/` }],
    }),
  });
}

/** GET `/collections/{id}`. */
export async function answerCollection(context: RequestContext, collection: Collection, reply: FastifyReply) {
  const view = await collectionView(context, collection);
  return answerDescription(context, reply, {
    url: collection.url,
    offered: [json, html],
    links: [
      ...collectionLinks(context, collection),
      { rel: 'root', href: `${context.base}/`, type: json.mediaType },
    ],
    document: (links) => ({ ...view, links }),
    page: (links) => ({
      title: textIn(context.language, collection.register.title)!,
      body: collectionPage(context, collection, view, links),
      trail: registersTrail(context),
    }),
  });
}

/** The way from the landing page to the list of registers. */
export function registersTrail({ base, language, settings }: RequestContext) {
  return [
    { title: settings.title[language], href: `${base}/` },
    { title: message(language, 'page.registers'), href: `${base}/collections` },
  ];
}
