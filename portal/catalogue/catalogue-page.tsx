import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSettled } from '../forms/use-settled.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { useTitle } from '../ui/use-title.ts';
import { AreaPicker } from './area-picker.tsx';
import { type CatalogueAddress, datetimeOf, readAddress, writeAddress } from './catalogue-address.ts';
import { CatalogueHeading } from './catalogue-heading.tsx';
import { useRecords } from './catalogue-queries.ts';
import { CountryOutline } from './extent-thumb.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { narrowed } from './facets.ts';
import { ResultCard } from './result-card.tsx';

const settleMs = 180;
const shownAtFirst = 40;

/** Search over everything that there is, narrowed down by theme, keeper, desk, place and time. */
export function CataloguePage() {
  const { t } = useLanguage();
  useTitle(t('catalogue.room'));
  const id = useId();
  const [search, setSearch] = useSearchParams();
  // What was chosen shows at once; the address follows, and leads where the reader goes back.
  const [address, setAddress] = useState(() => readAddress(search));
  useEffect(() => setAddress(readAddress(search)), [search]);
  const [words, setWords] = useState(address.words);
  const [most, setMost] = useState(shownAtFirst);
  const list = useRef<HTMLOListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const settled = useSettled(words.trim(), settleMs);
  const change = (changes: Partial<CatalogueAddress>) => {
    setMost(shownAtFirst);
    const next = { ...address, ...changes };
    setAddress(next);
    setSearch(writeAddress(next), {
      replace: true,
      preventScrollReset: true,
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed goes into the address.
  useEffect(() => {
    if (settled !== address.words) change({ words: settled });
  }, [settled]);

  const { data, error, isPending, isFetching, refetch } = useRecords({
    words: address.words,
    bbox: address.bbox,
    datetime: datetimeOf(address),
  });
  const records = useMemo(() => narrowed(data?.records ?? [], address.chosen), [data, address.chosen]);
  const isAsked = search.size > 0;
  const reset = () => {
    setWords('');
    setAddress(readAddress(new URLSearchParams()));
    setSearch(new URLSearchParams(), { replace: true });
    input.current?.focus();
  };
  const steer = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('.result-title a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      if (at < 0 && event.key === 'ArrowUp') return;
      event.preventDefault();
      if (next < 0) input.current?.focus();
      else links[next]?.focus();
    } else if (event.key === 'Escape' && at >= 0) input.current?.focus();
  };

  return (
    <div className="catalogue">
      <CountryOutline />
      <CatalogueHeading />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows lead from the line to the results. */}
      <div className="catalogue-columns" onKeyDown={steer}>
        <search className="catalogue-search">
          <form action="/collections/catalogue/items" onSubmit={(event) => event.preventDefault()}>
            <label className="ds-sr-only" htmlFor={id}>
              {t('catalogue.search')}
            </label>
            <input
              id={id}
              ref={input}
              name="words"
              type="search"
              className="search-input"
              placeholder={t('catalogue.placeholder')}
              aria-describedby={`${id}-hint`}
              autoComplete="off"
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
            <span id={`${id}-hint`} className="ds-sr-only">
              {t('catalogue.hint')}
            </span>
          </form>
        </search>
        <FacetPanel
          records={data?.records ?? []}
          address={address}
          onChange={change}
          area={<AreaPicker bbox={address.bbox} onBox={(bbox) => change({ bbox })} />}
        />
        <section className="catalogue-results" aria-busy={isFetching}>
          <p className="catalogue-count" role="status">
            {data !== undefined && t('catalogue.found', { count: records.length })}
            {isAsked && (
              <button type="button" className="tool" onClick={reset}>
                {t('catalogue.reset')}
              </button>
            )}
          </p>
          {error !== null && <QuestionError level={2} error={error} retry={() => void refetch()} />}
          {isPending && <p className="panel quiet">{t('state.loading')}</p>}
          {data !== undefined && records.length === 0 && (
            <Notice level={2} title={t('catalogue.nothing')} text={t('catalogue.nothingText')} />
          )}
          <ol className="result-list" ref={list}>
            {records.slice(0, most).map((record) => (
              <ResultCard key={record.id} record={record} words={address.words} />
            ))}
          </ol>
          {records.length > most && (
            <button type="button" className="ds-button" onClick={() => setMost(most + shownAtFirst)}>
              {t('catalogue.more', { count: records.length - most })}
            </button>
          )}
        </section>
      </div>
    </div>
  );
}
