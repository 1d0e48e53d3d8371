import { anonymous } from '../../kernel/access/caller.ts';
import type { QuickAnswer, QuickRequest } from '../../kernel/http/quick-routes.ts';
import { languageOf } from '../../kernel/http/request.ts';
import { type Collection, collectionOf, type FeaturesGround, type ReadContext } from './context.ts';
import { quickItem } from './quick-item.ts';
import { quickItems } from './quick-items.ts';

type Answer = (
  context: ReadContext,
  collection: Collection,
  request: QuickRequest,
) => QuickAnswer | undefined;

/** The two questions that are asked a thousand times a second: what is in this box, and this record. */
export function addQuickReading(ground: FeaturesGround): void {
  const on = (answer: Answer) => (request: QuickRequest) => {
    const context = quickContext(request, ground);
    return answer(context, collectionOf(context, request.params.collection!), request);
  };
  ground.quick?.add('/collections/:collection/items', on(quickItems));
  ground.quick?.add('/collections/:collection/items/:record', on(quickItem));
}

function quickContext(request: QuickRequest, ground: FeaturesGround): ReadContext {
  const { services, settings, codes } = ground;
  const { headers, base } = request;
  return {
    services,
    settings,
    codes,
    caller: anonymous,
    language: languageOf(request, settings.language),
    base,
    headers,
    get query() {
      return request.query;
    },
  };
}
