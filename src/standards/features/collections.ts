import type { FastifyReply } from 'fastify';
import { message } from '../../kernel/i18n/message.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import { answerDescription } from './answer.ts';
import { collectionLinks, collectionView, downloadLinks, selfInList } from './collection-view.ts';
import type { Collection, RequestContext } from './context.ts';
import { advertisedCrs } from './crs.ts';
import { listedCollections } from './listed-collection.ts';
import { collectionPage } from './pages/collection-page.ts';
import { registersList } from './pages/registers-list.ts';
import { html, json } from './representations.ts';
import { registersTrail } from './trail.ts';

/** GET `/collections`. */
export async function answerCollections(context: RequestContext, reply: FastifyReply) {
  const listed = await listedCollections(context);
  const others = await Promise.all(
    (context.contributions ?? []).map((each) => each.collections?.(context) ?? []),
  );
  const count = listed.length + others.flat().length;
  const url = `${context.base}/collections`;
  return answerDescription(context, reply, {
    url,
    offered: [json, html],
    links: [{ rel: 'root', href: `${context.base}/`, type: json.mediaType }],
    document: (links) => ({
      links,
      timeStamp: context.services.clock().toISOString(),
      numberMatched: count,
      numberReturned: count,
      crs: advertisedCrs,
      collections: [
        ...listed.map(({ collection, view }) => ({
          ...view,
          links: [...selfInList(collection.url), ...collectionLinks(context, collection)],
        })),
        ...others.flat(),
      ],
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
      ...downloadLinks(context, collection),
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
