import { anyText, countUpTo, trueOrFalse } from '../../kernel/http/parameters.ts';
import type { PageQuestion, Question } from '../../kernel/query/question.ts';
import type { Collection, RequestContext } from './context.ts';
import { type AskedCrs, crs84, databaseCodes } from './crs.ts';
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

/** Parameters of `/items` in the order in which they are told to somebody who asks for one that is not there. */
function itemParameters(
  { view }: Collection,
  { settings: { limits }, language }: RequestContext,
  codes: ReadonlySet<number>,
) {
  const crs = crsParameter(codes);
  return {
    ...questionParameters(codes),
    sortby: sortbyParameter(view.fields, language),
    properties: propertiesParameter(view.fields),
    skipGeometry: trueOrFalse,
    crs,
    limit: countUpTo(1, limits.pageSize),
    token: anyText,
    f: anyText,
  };
}

/**
 * Reads the query of `/items` or `/export` and turns it into a question.
 * @throws {Problem} `invalid-parameter` or `invalid-filter` with everything that is wrong.
 */
export async function readItemsQuery(context: RequestContext, collection: Collection): Promise<ItemsQuery> {
  const { limits } = context.settings;
  const codes = await databaseCodes(context.services.database);
  const { question, values } = await readQuestion(
    context,
    collection,
    itemParameters(collection, context, codes),
  );
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
