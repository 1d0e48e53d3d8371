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
    const context = new QuickContext(request, ground);
    return answer(context, collectionOf(context, request.params[0]!), request);
  };
  ground.quick?.add('/collections/:collection/items', on(quickItems));
  ground.quick?.add('/collections/:collection/items/:record', on(quickItem));
}

/** A class, since an accessor in an object literal would give every context a shape of its own. */
class QuickContext implements ReadContext {
  readonly services: ReadContext['services'];
  readonly settings: ReadContext['settings'];
  readonly codes: ReadContext['codes'];
  readonly caller = anonymous;
  readonly language: ReadContext['language'];
  readonly base: string;
  readonly headers: ReadContext['headers'];
  private readonly request: QuickRequest;

  constructor(request: QuickRequest, { services, settings, codes }: FeaturesGround) {
    this.services = services;
    this.settings = settings;
    this.codes = codes;
    this.language = languageOf(request, settings.language);
    this.base = request.base;
    this.headers = request.headers;
    this.request = request;
  }

  get query(): ReadContext['query'] {
    return this.request.query;
  }
}
