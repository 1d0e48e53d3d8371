import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { BoardTheme, ThemesBoard } from '../api/catalogue.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { useTitle } from '../ui/use-title.ts';
import { CatalogueHeading } from './catalogue-heading.tsx';
import { useThemes } from './catalogue-queries.ts';
import { MaturityBar } from './maturity-bar.tsx';
import { ThemeCard } from './theme-card.tsx';

const annexes = ['inspire-i', 'inspire-ii', 'inspire-iii'] as const;
const shows = ['all', 'missing', 'orphan'] as const;
type Show = (typeof shows)[number];

/** The themes of the annexes as a board, with what is missing and what nobody answers for; also as of a date. */
export function ThemesPage() {
  const { t } = useLanguage();
  const id = useId();
  useTitle(t('catalogue.themes'));
  const [search, setSearch] = useSearchParams();
  const asOf = search.get('asOf') ?? '';
  const show = shows.find((each) => each === search.get('show')) ?? 'all';
  const { data, error, isPending, refetch } = useThemes(asOf === '' ? undefined : asOf);
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '' || value === 'all') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true, preventScrollReset: true, flushSync: true });
  };
  return (
    <div className="catalogue">
      <CatalogueHeading>
        {data !== undefined &&
          t('themes.lead', {
            all: data.numberOfThemes,
            missing: data.missing.length,
            orphan: data.orphan.length,
          })}
      </CatalogueHeading>
      <div className="themes-tools">
        <fieldset className="segments themes-show">
          <legend className="ds-sr-only">{t('themes.show')}</legend>
          {shows.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-show`}
                className="ds-sr-only"
                checked={show === each}
                onChange={() => change('show', each)}
              />
              <span>{t(`themes.${each}`)}</span>
            </label>
          ))}
        </fieldset>
        <div className="field themes-date">
          <label htmlFor={`${id}-date`}>{t('themes.knownOn')}</label>
          <input
            id={`${id}-date`}
            type="date"
            className="ds-input"
            value={asOf}
            max={new Date().toISOString().slice(0, 10)}
            onChange={({ target }) => change('asOf', target.value)}
          />
          {asOf !== '' && (
            <button type="button" className="tool" onClick={() => change('asOf', '')}>
              {t('themes.now')}
            </button>
          )}
        </div>
      </div>
      {error !== null && <QuestionError level={2} error={error} retry={() => void refetch()} />}
      {isPending && <p className="panel quiet">{t('state.loading')}</p>}
      {data !== undefined && <Board board={data} show={show} />}
    </div>
  );
}

function Board({ board, show }: { readonly board: ThemesBoard; readonly show: Show }) {
  const { t } = useLanguage();
  const { themes, orphanRegisters } = board;
  const isShown = (theme: BoardTheme) =>
    show === 'all' || (show === 'missing' ? theme.isMissing : theme.isOrphan);
  const others = themes.filter(({ lists }) => !annexes.some((annex) => lists.includes(annex)));
  const columns = [
    ...annexes.map((annex, index) => ({
      key: annex,
      title: t((['themes.annex1', 'themes.annex2', 'themes.annex3'] as const)[index]!),
      all: themes.filter(({ lists }) => lists.includes(annex)),
    })),
    ...(others.length > 0 ? [{ key: 'other', title: t('themes.other'), all: others }] : []),
  ];
  return (
    <>
      <div className="themes-board">
        {columns.map(({ key, title, all }) => {
          const mean = all.reduce((sum, { score }) => sum + score, 0) / Math.max(1, all.length);
          const shown = all.filter(isShown);
          return (
            <section key={key} className="themes-column" data-annex={key} aria-labelledby={`annex-${key}`}>
              <div className="themes-column-head">
                <h2 id={`annex-${key}`}>{title}</h2>
                <MaturityBar score={mean} />
              </div>
              {shown.length === 0 && <p className="panel quiet">{t('themes.none')}</p>}
              <ul className="theme-list">
                {shown.map((theme) => (
                  <ThemeCard key={theme.id} theme={theme} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {orphanRegisters.length > 0 && (
        <section className="panel orphan-registers" aria-labelledby="orphan-registers">
          <h2 id="orphan-registers">{t('themes.orphanRegisters')}</h2>
          <ul>
            {orphanRegisters.map(({ id, title, reasons }) => (
              <li key={id}>
                <Link to={`/collections/catalogue/items/${encodeURIComponent(id)}`}>{title}</Link>
                <span className="help">{reasons.map(({ text }) => text).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
