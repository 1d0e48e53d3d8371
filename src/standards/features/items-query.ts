import type { View } from '../../kernel/access/narrow.ts';
import { anyText, countUpTo, trueOrFalse } from '../../kernel/http/parameters.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { perName, perObject } from '../../kernel/memo.ts';
import type { PageQuestion, Question } from '../../kernel/query/question.ts';
import type { Collection, ReadContext } from './context.ts';
import { type AskedCrs, crs84 } from './crs.ts';
import { crsParameter } from './parameters/crs.ts';
import { propertiesParameter, sortbyParameter } from './parameters/names.ts';
import { questionParameters, readQuestion } from './question-query.ts';

/** What a request for items asks. */
export interface ItemsQuery {
  readonly question: Question;
  readonly shape: Pick<PageQuestion, 'properties' | 'skipGeometry' | 'epsg' | 'sortBy'>;
  readonly limit: number;
  readonly token?: string;
  readonly crs: AskedCrs;
  readonly f?: string;
}

const parametersFor = perObject((codes: ReadonlySet<number>) =>
  perObject(({ pageSize }: HttpSettings['limits']) =>
    perObject(({ fields }: View) =>
      perName((language: Language) => ({
        ...questionParameters(codes),
        sortby: sortbyParameter(fields, language),
        properties: propertiesParameter(fields),
        skipGeometry: trueOrFalse,
        crs: crsParameter(codes),
        limit: countUpTo(1, pageSize),
        token: anyText,
        f: anyText,
      })),
    ),
  ),
);

/** The question of one page. */
export function pageQuestion({ question, shape, limit, token }: ItemsQuery): PageQuestion {
  return { ...question, ...shape, limit, ...(token === undefined ? {} : { cursor: token }) };
}

/** Parameters of `/items` in the order in which they are told to somebody who asks for one that is not there. */
function itemParameters({ view }: Collection, { codes, settings, language }: ReadContext) {
  return parametersFor(codes)(settings.limits)(view)(language);
}

/**
 * Reads the query of `/items` or `/export` and turns it into a question.
 * @throws {Problem} `invalid-parameter` or `invalid-filter` with everything that is wrong.
 */
export function readItemsQuery(context: ReadContext, collection: Collection): ItemsQuery {
  const { limits } = context.settings;
  const parameters = itemParameters(collection, context);
  const { question, values } = readQuestion(context, collection, parameters);
  const crs = values.crs ?? crs84;
  return {
    question,
    shape: {
      ...(values.sortby ? { sortBy: values.sortby } : {}),
      ...(values.properties ? { properties: values.properties } : {}),
      ...(values.skipGeometry ? { skipGeometry: true } : {}),
      ...(crs.epsg === 4326 ? {} : { epsg: crs.epsg }),
    },
    limit: values.limit ?? limits.pageSizeDefault,
    ...(values.token === undefined ? {} : { token: values.token }),
    crs,
    ...(values.f === undefined ? {} : { f: values.f }),
  };
}
