import type { FastifyReply } from 'fastify';
import { recordedAt } from '../../kernel/catalogue/catalogue-moment.ts';
import { type BoardTheme, type ThemeBoard, themeBoard } from '../../kernel/catalogue/theme-board.ts';
import { oneOf, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { asOfParameter } from '../../kernel/http/time-parameters.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import { answer, formOf, json, twoForms } from './answer.ts';
import { descriptionParameters } from './collection.ts';
import type { RecordsContext } from './context.ts';
import { themesPage } from './pages/themes-page.ts';
import { catalogueTrail } from './trail.ts';

/** GET `/catalogue/themes`: who answers for each theme, what is published for it, what is missing, how mature it is. */
export async function answerThemes(context: RecordsContext, reply: FastifyReply) {
  const { base, language, services, caller } = context;
  const { f, asOf } = requireParameters(context.request.query as RawQuery, {
    ...descriptionParameters,
    asOf: asOfParameter,
    // What the portal's room shows of the board; the document is whole all the same.
    show: oneOf('all', 'missing', 'orphan'),
  });
  const chosen = formOf(context, json, f);
  const board = await themeBoard(services, {
    caller,
    releases: (await context.releases?.()) ?? [],
    ...(asOf !== undefined && { asOf }),
  });
  const url = new URL(`${base}/catalogue/themes`);
  if (asOf !== undefined) url.searchParams.set('asOf', String(asOf));
  if (f !== undefined) url.searchParams.set('f', f);
  const links = twoForms(url.href, chosen, json);
  const knownAt = board.moment.isNow ? null : await recordedAt(services.database, board.moment.position);
  return answer(context, reply, chosen, {
    self: url.href,
    links,
    title: message(language, 'catalogue.themes'),
    trail: catalogueTrail(context),
    isPortalRoom: true,
    document: () => ({ ...themesDocument(board, language, base), ...(knownAt ? { knownAt } : {}), links }),
    body: () => themesPage(context, board),
  });
}

/** The board in one language, as the API, the command line and the portal show it. */
export function themesDocument(board: ThemeBoard, language: Language, base: string) {
  const { themes, orphans, moment } = board;
  const register = ({ id, title, records }: BoardTheme['registers'][number]) => ({
    id,
    title: textIn(language, title),
    records,
    href: `${base}/collections/${encodeURIComponent(id)}`,
  });
  const mean = (of: readonly BoardTheme[]) =>
    of.length === 0
      ? 0
      : Number((of.reduce((sum, { maturity }) => sum + maturity.score, 0) / of.length).toFixed(1));
  return {
    logPosition: moment.position,
    numberOfThemes: themes.length,
    missing: themes.filter(({ isMissing }) => isMissing).map(({ id }) => id),
    orphan: themes.filter(({ isOrphan }) => isOrphan).map(({ id }) => id),
    score: mean(themes),
    themes: themes.map((theme) => ({
      id: theme.id,
      code: theme.code,
      name: textIn(language, theme.name) ?? theme.id,
      lists: theme.lists,
      custodian: theme.custodian && {
        id: theme.custodian.id,
        name: textIn(language, theme.custodian.name as never) ?? null,
        href: `${base}/collections/organisations/items/${encodeURIComponent(theme.custodian.id)}`,
      },
      custodianBasis: textIn(language, theme.custodianBasis as never) ?? null,
      note: textIn(language, theme.note as never) ?? null,
      isMissing: theme.isMissing,
      isOrphan: theme.isOrphan,
      registers: theme.registers.map(register),
      score: theme.maturity.score,
      criteria: theme.maturity.criteria.map((each) => ({
        ...each,
        title: message(language, `catalogue.criterion-${each.id}`),
        ...(each.share < 1 ? { raise: message(language, `catalogue.raise-${each.id}`) } : {}),
      })),
    })),
    orphanRegisters: orphans.map((each) => ({
      ...register(each),
      reasons: each.reasons.map((code) => ({ code, text: message(language, `catalogue.reason-${code}`) })),
    })),
  };
}

export type ThemesDocument = ReturnType<typeof themesDocument>;
