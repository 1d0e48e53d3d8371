import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import { releaseNotes } from '../../kernel/catalogue/release-notes.ts';
import { themeBoard } from '../../kernel/catalogue/theme-board.ts';
import { asOfParameter } from '../../kernel/http/time-parameters.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { type ThemesDocument, themesDocument } from '../../standards/records/themes.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say, terminalLanguage } from '../say.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { themesCliMessages } from './messages.ts';

interface ThemesOptions {
  readonly missing?: boolean;
  readonly orphans?: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
}

const message = messenger(themesCliMessages);
const sayThemes = (key: Parameters<typeof message>[1], params = {}) =>
  message(terminalLanguage(), key, params);

/** `ufuq themes`: who answers for each theme, what is missing and how mature it is, also as of a date. */
export function addThemes(program: Command): void {
  const verb = program
    .command('themes')
    .description(sayThemes('verb.themes'))
    .option('--missing', sayThemes('option.themes-missing'))
    .option('--orphans', sayThemes('option.themes-orphans'))
    .option('--as-of <TIME>', sayThemes('option.themes-as-of'))
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(async (options: ThemesOptions, command: Command) => {
    const { config } = readConfig(command);
    const asOf = options.asOf === undefined ? undefined : momentOf(options.asOf);
    const document = await reachStore<ThemesDocument>(config, {
      server: async (server) =>
        server.json(
          `catalogue/themes${asOf === undefined ? '' : `?asOf=${encodeURIComponent(String(asOf))}`}`,
        ),
      store: async ({ services }) => {
        const releases = await releaseNotes(services);
        const question = { caller: administrator, releases, ...(asOf === undefined ? {} : { asOf }) };
        return themesDocument(await themeBoard(services, question), terminalLanguage(), '');
      },
    });
    process.stdout.write(
      `${options.json ? JSON.stringify(document, null, 2) : linesOf(document, options)}\n`,
    );
  });
}

function momentOf(value: string): string | number {
  const parsed = asOfParameter(value);
  if ('value' in parsed) return parsed.value;
  throw new Refusal(sayThemes('refused.as-of', { value }), 2);
}

function linesOf(document: ThemesDocument, { missing, orphans }: ThemesOptions): string {
  const shown = document.themes.filter(
    (theme) => (!missing || theme.isMissing) && (!orphans || theme.isOrphan),
  );
  const head = (['code', 'theme', 'custodian', 'registers', 'score'] as const).map((key) =>
    sayThemes(`themes.${key}`),
  );
  const rows = shown.map(({ code, name, custodian, isMissing, registers, score }) => [
    code ?? '–',
    name,
    custodian?.name ?? custodian?.id ?? sayThemes('themes.nobody'),
    isMissing ? sayThemes('themes.missing') : shortList(registers.map(({ id }) => id)),
    String(score),
  ]);
  const counts = sayThemes('themes.counts', {
    all: String(document.numberOfThemes),
    missing: String(document.missing.length),
    orphan: String(document.orphan.length),
    score: String(document.score),
  });
  const ids = document.orphanRegisters.map(({ id }) => id).join(', ');
  return [
    rows.length === 0 ? sayThemes('themes.none') : textTable(head, rows, [4]),
    '',
    counts,
    ...(ids === '' ? [] : [sayThemes('themes.orphan-registers', { ids })]),
  ].join('\n');
}

/** As many as a line of a terminal has room for. */
function shortList(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).join(', ');
  return ids.length > 3 ? `${shown} +${ids.length - 3}` : shown;
}
