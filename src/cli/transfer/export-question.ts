import { administrator } from '../../kernel/access/caller.ts';
import { formatOfName, formats } from '../../kernel/formats/formats.ts';
import { crsDefinition } from '../../kernel/geo/crs-definition.ts';
import { epsgOfName } from '../../kernel/geo/crs-wkt.ts';
import { bboxParameter } from '../../kernel/http/bbox-parameter.ts';
import type { Parser } from '../../kernel/http/parameters.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { parseFilter } from '../../kernel/query/filter.ts';
import type { Question } from '../../kernel/query/question.ts';
import { scopeOf } from '../../kernel/register/queryables.ts';
import type { Registry } from '../../kernel/register/register.ts';
import type { ExportRequest } from '../../kernel/transfer/export-register.ts';
import { Refusal } from '../refusal.ts';
import { sayTransfer } from './say-transfer.ts';

/** What any verb that reads records is asked with. */
export interface QuestionOptions {
  readonly filter?: string;
  readonly bbox?: string;
  readonly asOf?: string;
  readonly datetime?: string;
}

export interface ExportOptions extends QuestionOptions {
  readonly format?: string;
  readonly crs?: string;
  readonly output?: string;
}

export const writable = formats.filter(({ canWrite }) => canWrite).map(({ id }) => id);

/** Format that is asked for, or that the name of the output file says. @throws {Refusal} */
export function formatFor({ format, output }: ExportOptions) {
  const found = formatOfName(format ?? output ?? '');
  if (!found?.canWrite)
    throw new Refusal(sayTransfer('export.format-needed', { formats: writable.join(', ') }), 2);
  return found;
}

/** What the options ask of a register. @throws {Refusal} {FilterError} */
export function exportRequest(registry: Registry, register: string, options: ExportOptions): ExportRequest {
  const { crs } = options;
  return {
    ...questionOf(registry, register, options),
    format: formatFor(options).id,
    ...(crs === undefined ? {} : { epsg: epsgFor(crs) }),
  };
}

/** The question that the options ask of a register. @throws {Refusal} {FilterError} */
export function questionOf(registry: Registry, register: string, options: QuestionOptions): Question {
  const { fields } = registry.require(register);
  const { filter, bbox, asOf, datetime } = options;
  return {
    register,
    caller: administrator,
    ...(filter === undefined
      ? {}
      : { filter: parseFilter(filter, 'cql2-text', scopeOf(registry.require(register), { fields })) }),
    ...(bbox === undefined ? {} : { bbox: read('--bbox', bbox, bboxParameter, sayTransfer('option.bbox')) }),
    ...(datetime === undefined
      ? {}
      : { datetime: read('--datetime', datetime, datetimeParameter, sayTransfer('option.datetime')) }),
    ...(asOf === undefined
      ? {}
      : { asOf: read('--as-of', asOf, asOfParameter, sayTransfer('option.as-of')) }),
  };
}

/** The same as the query of `/collections/{id}/export`. @throws {Refusal} */
export function exportQuery(options: ExportOptions): URLSearchParams {
  const query = questionQuery(options);
  query.set('f', formatFor(options).id);
  const { crs } = options;
  if (crs !== undefined) {
    const epsg = epsgFor(crs);
    if (epsg !== 4326) query.set('crs', `http://www.opengis.net/def/crs/EPSG/0/${epsg}`);
  }
  return query;
}

/** The same question as the parameters of a request. */
export function questionQuery({ filter, bbox, asOf, datetime }: QuestionOptions): URLSearchParams {
  const query = new URLSearchParams();
  if (filter !== undefined) query.set('filter', filter);
  if (bbox !== undefined) query.set('bbox', bbox);
  if (asOf !== undefined) query.set('asOf', asOf);
  if (datetime !== undefined) query.set('datetime', datetime);
  return query;
}

function epsgFor(crs: string): number {
  const epsg = epsgOfName(crs);
  if (epsg === undefined || !crsDefinition(epsg))
    throw invalid('--crs', crs, sayTransfer('option.export-crs'));
  return epsg;
}

function read<T>(option: string, text: string, parser: Parser<T>, right: string): T {
  const parsed = parser(text);
  if ('value' in parsed) return parsed.value;
  throw invalid(option, text, right);
}

function invalid(option: string, value: string, right: string): Refusal {
  return new Refusal(sayTransfer('export.invalid', { option, value, right }), 2);
}
