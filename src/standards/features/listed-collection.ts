import { visibleRegisters } from '../../kernel/access/narrow.ts';
import { type CollectionDocument, collectionView } from './collection-view.ts';
import { type Collection, collectionOf, type RequestContext } from './context.ts';

/** A collection with its description, as lists of registers show it. */
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
