import { Problem } from '../../../kernel/errors.ts';
import { matchPositions } from '../../../kernel/http/entity-tag.ts';
import {
  type Parser,
  type RawQuery,
  requireParameters,
  trueOrFalse,
} from '../../../kernel/http/parameters.ts';
import { unknownMediaType } from '../../../kernel/http/problem-of.ts';
import type { Position, ValidPeriod } from '../../../kernel/log/entry.ts';
import type { WriteContext } from '../../../kernel/log/intent.ts';
import { statesItsTime } from '../../../kernel/log/stretch.ts';
import type { Collection, RequestContext } from '../context.ts';
import { type AskedCrs, crs84, databaseCodes, exampleCrs, parseCrs } from '../crs.ts';
import { type FeatureReading, readFeature, type SentFeature } from './feature-body.ts';
import { boundParameter, statedPeriod } from './valid-time.ts';

export const featureMediaTypes = [
  'application/geo+json',
  'application/json',
  'application/fg+json',
  'application/vnd.ogc.fg+json',
];
export const patchMediaTypes = ['application/merge-patch+json'];

/** What a change says beside its body. */
export interface WriteRequest {
  readonly valid?: ValidPeriod;
  readonly ifMatch?: readonly Position[] | '*';
  /** `If-None-Match: *`: only where there is no such record yet. */
  readonly isOnlyNew: boolean;
  readonly write: WriteContext;
}

const legalBasis: Parser<string> = (text) =>
  text.length <= 1000 && !/\p{Cc}/u.test(text) ? { value: text } : { code: 'characters-not-allowed' };

/** Reads parameters and preconditions of a change. @throws {Problem} with everything that is wrong */
export function readWriteRequest(
  context: RequestContext,
  { needsMatch }: { needsMatch: boolean },
): WriteRequest {
  const { request, settings, caller } = context;
  const query = requireParameters(request.query as RawQuery, {
    validFrom: boundParameter,
    validTo: boundParameter,
    legalBasis,
    dryRun: trueOrFalse,
  });
  const valid = statedPeriod(query.validFrom, query.validTo);
  const ifMatch = matchPositions(request.headers['if-match']);
  const isOnlyNew = request.headers['if-none-match']?.trim() === '*';
  if (needsMatch && settings.requireIfMatch && ifMatch === undefined && !isOnlyNew)
    throw new Problem('precondition-required');
  return {
    ...(valid ? { valid } : {}),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    isOnlyNew,
    write: {
      caller,
      cause: 'api',
      ...(query.legalBasis ? { legalBasis: query.legalBasis } : {}),
      ...(query.dryRun ? { dryRun: true } : {}),
    },
  };
}

/**
 * The feature of the body, of one of the media types that the method takes.
 * @throws {Problem} `unsupported-media-type`, `invalid-body`, or `invalid-parameter` for an unknown `Content-Crs`.
 */
export async function readSentFeature(
  context: RequestContext,
  { register }: Collection,
  allowed: readonly string[],
): Promise<SentFeature> {
  const { request } = context;
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (!allowed.includes(mediaType)) throw unknownMediaType(request, allowed.join(', '));
  const reading: FeatureReading = {
    crs: await contentCrsOf(context),
    isJsonFg: mediaType.includes('fg+json'),
    isPatch: allowed === patchMediaTypes,
  };
  const feature = readFeature(request.body, reading);
  // Where the record's own fields say when it holds, `time` only repeats them.
  return statesItsTime(register) ? { ...feature, valid: undefined } : feature;
}

/** Reference system of the body (OGC 20-002, `/req/features/content-crs-header`). */
async function contentCrsOf({ request, services }: RequestContext): Promise<AskedCrs> {
  const header = request.headers['content-crs'];
  if (typeof header !== 'string') return crs84;
  const crs = parseCrs(header.trim().replace(/^<(.*)>$/, '$1'));
  if (crs && (await databaseCodes(services.database)).has(crs.epsg)) return crs;
  throw new Problem('invalid-parameter', {}, [
    {
      pointer: 'header:Content-Crs',
      code: 'crs-unknown',
      params: { value: header.slice(0, 80), example: exampleCrs },
    },
  ]);
}

/** Refuses a body that names another record than the address does. */
export function checkSameId(feature: SentFeature, id: string): void {
  if (feature.id === undefined || feature.id === id) return;
  throw new Problem('invalid-body', {}, [
    { pointer: '/id', code: 'id-differs', params: { value: feature.id.slice(0, 80), expected: id } },
  ]);
}
