import { Problem } from '../errors.ts';
import { type MediaRange, parseAccept } from './accept.ts';

/** A form in which a resource can be had. */
export interface Representation {
  /** Value of the parameter `f`. */
  readonly id: string;
  /** Content type as it is sent, parameters included. */
  readonly mediaType: string;
  /** Other media types that ask for the same. */
  readonly aliases?: readonly string[];
}

export interface Wish {
  /** The parameter `f`: it wins over `Accept`, so that a link can say what it leads to. */
  readonly f?: string;
  readonly accept?: string;
}

/**
 * Picks the representation that the client likes best; among equals the one offered first.
 * @throws {Problem} `invalid-parameter` for an unknown `f`, `not-acceptable` where `Accept` leaves nothing.
 */
export function negotiate<R extends Representation>(wish: Wish, offered: readonly R[]): R {
  if (wish.f !== undefined) {
    const chosen = offered.find(({ id }) => id === wish.f);
    if (chosen) return chosen;
    const allowed = offered.map(({ id }) => id).join(', ');
    throw new Problem('invalid-parameter', {}, [
      { pointer: 'parameter:f', code: 'not-allowed', params: { value: wish.f.slice(0, 80), allowed } },
    ]);
  }
  if (wish.accept === undefined || wish.accept.trim() === '') return offered[0]!;
  const ranges = parseAccept(wish.accept);
  let best: { representation: R; quality: number } | undefined;
  for (const representation of offered) {
    const quality = qualityOf(representation, ranges);
    if (quality > (best?.quality ?? 0)) best = { representation, quality };
  }
  if (best) return best.representation;
  throw new Problem('not-acceptable', { allowed: offered.map(({ mediaType }) => mediaType).join(', ') });
}

/** True for a client that would rather have a page than JSON: a browser. */
export function prefersPage(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const ranges = parseAccept(accept);
  const page = qualityOf({ id: 'html', mediaType: 'text/html' }, ranges);
  return page > 0 && page > qualityOf({ id: 'json', mediaType: 'application/json' }, ranges);
}

/** Quality of a representation: that of its own name where the client names it, else the best of any of its names. */
function qualityOf(representation: Representation, ranges: readonly MediaRange[]): number {
  const own = matchOf(representation.mediaType, ranges);
  if (own.specificity >= namesSubtype) return own.quality;
  const others = (representation.aliases ?? []).map((name) => matchOf(name, ranges));
  const named = others.filter(({ specificity }) => specificity >= namesSubtype);
  return named.length > 0 ? Math.max(...named.map(({ quality }) => quality)) : own.quality;
}

/** The most specific range that covers a media type. */
function matchOf(name: string, ranges: readonly MediaRange[]): { specificity: number; quality: number } {
  const [own] = parseAccept(name);
  let best = { specificity: -1, quality: 0 };
  for (const range of ranges) {
    const specificity = specificityOf(range, own!);
    if (specificity > best.specificity) best = { specificity, quality: range.quality };
  }
  return best;
}

const namesSubtype = 2;

function specificityOf(range: MediaRange, own: MediaRange): number {
  if (range.type === '*') return 0;
  if (range.type !== own.type) return -1;
  if (range.subtype === '*') return 1;
  if (range.subtype !== own.subtype) return -1;
  const parameters = Object.entries(range.parameters).filter(([name]) => name !== 'charset');
  if (
    parameters.some(([name, value]) => own.parameters[name] !== undefined && own.parameters[name] !== value)
  )
    return -1;
  return namesSubtype + parameters.length;
}
