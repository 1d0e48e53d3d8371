import { parse } from 'node:querystring';
import type { RawQuery } from '../kernel/http/parameters.ts';

/** Reads the query of a URL; a name that comes several times has several values. */
export function readQuery(text: string): RawQuery {
  return parse(text, '&', '=', { maxKeys: 0 });
}
