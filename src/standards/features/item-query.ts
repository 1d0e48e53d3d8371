import type { View } from '../../kernel/access/narrow.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, requireParameters, trueOrFalse } from '../../kernel/http/parameters.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { perObject } from '../../kernel/memo.ts';
import type { PageQuestion } from '../../kernel/query/question.ts';
import type { Collection, ReadContext } from './context.ts';
import { type AskedCrs, crs84 } from './crs.ts';
import { type ItemFormat, recordFormats } from './item-formats.ts';
import { crsParameter } from './parameters/crs.ts';
import { propertiesParameter } from './parameters/names.ts';

const parametersFor = perObject((codes: ReadonlySet<number>) =>
  perObject(({ fields }: View) => ({
    datetime: datetimeParameter,
    asOf: asOfParameter,
    properties: propertiesParameter(fields),
    skipGeometry: trueOrFalse,
    crs: crsParameter(codes),
    f: anyText,
  })),
);

/** What a request for one record asks. */
export interface ItemQuery {
  readonly question: Omit<PageQuestion, 'limit' | 'cursor' | 'sortBy'>;
  readonly crs: AskedCrs;
  readonly format: ItemFormat;
}

/** @throws {Problem} `invalid-parameter` with everything that is wrong, `not-acceptable` */
export function readItemQuery(context: ReadContext, { register, view }: Collection): ItemQuery {
  const { caller, codes, headers } = context;
  const values = requireParameters(context.query, parametersFor(codes)(view));
  const f = values.f === 'geojson' ? 'json' : values.f;
  const { crs = crs84, datetime, asOf, properties, skipGeometry } = values;
  return {
    question: {
      register: register.id,
      caller,
      ...(datetime ? { datetime } : {}),
      ...(asOf === undefined ? {} : { asOf }),
      ...(properties ? { properties } : {}),
      ...(skipGeometry ? { skipGeometry } : {}),
      ...(crs.epsg === 4326 ? {} : { epsg: crs.epsg }),
    },
    crs,
    format: negotiate({ f, accept: headers.accept }, recordFormats),
  };
}
