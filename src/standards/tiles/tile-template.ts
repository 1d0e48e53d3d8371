import type { TileMatrixSet } from '../../kernel/geo/grid/tile-matrix-set.ts';
import { withQuery } from '../../kernel/http/links.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { RequestContext, Subject } from './context.ts';

/** Query of a request without the form, so that links ask the same question. */
export function questionQuery({ request }: RequestContext): Record<string, string> {
  const { f: _, ...rest } = request.query as Record<string, string>;
  return rest;
}

/** The template of a tile's address under the request's own question; braces stay what they are. */
export function tileTemplate(
  context: RequestContext,
  subject: Subject,
  grid: TileMatrixSet,
  names = '{tileMatrix}/{tileRow}/{tileCol}',
): string {
  return withQuery(`${subject.url}/tiles/${grid.id}/${names}`, questionQuery(context));
}

/** What the tiles are of, in the reader's language. */
export function titleOf({ language, settings }: RequestContext, { registers, isWhole }: Subject): string {
  return isWhole ? settings.title[language] : textIn(language, registers[0]!.title)!;
}
