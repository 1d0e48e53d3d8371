import {
  type FormEvent,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCollections, useSearch } from '../api/queries.ts';
import { groupHits, type SearchHit } from '../api/search.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { fold } from './fold.ts';
import { hitAddress } from './hit-address.ts';
import { SearchResults } from './search-results.tsx';
import { useSettled } from './use-settled.ts';

/** Hits of one register at most. */
const mostHits = 6;
const settleMs = 160;
const nothing: readonly SearchHit[] = [];

interface SearchBoxProps {
  readonly onHits: (hits: readonly SearchHit[]) => void;
  /** The result that the reader rests on. */
  readonly onLook: (hit: SearchHit | undefined) => void;
}

/** One line that searches records of every register, and registers by name; a combobox with grouped results. */
export function SearchBox({ onHits, onLook }: SearchBoxProps) {
  const { t } = useLanguage();
  const id = useId();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const [isOpen, setOpen] = useState(words !== '');
  const [active, setActive] = useState(-1);
  const asked = useSettled(useDeferredValue(words.trim()), settleMs);
  const { data, isFetching } = useSearch(asked, mostHits);
  const hits = asked.length > 1 ? (data ?? nothing) : nothing;
  const registers = useRegisterHits(asked);
  const ordered = useMemo(
    () => [...registers, ...groupHits(hits).flatMap(([, group]) => group)],
    [registers, hits],
  );
  const isShown = isOpen && asked.length > 1;
  useEffect(() => onHits(hits), [hits, onHits]);
  useEffect(() => onLook(active < 0 ? undefined : ordered[active]), [active, ordered, onLook]);

  const open = (hit: SearchHit | undefined) => {
    if (hit !== undefined) void navigate(hitAddress(hit));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = ordered.length;
      if (count > 0) setActive((now) => (now < 0 && step < 0 ? count - 1 : (now + step + count) % count));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open(ordered[Math.max(0, active)]);
  };

  return (
    <search>
      <form className="search" onSubmit={submit} action="/search">
        <label className="ds-sr-only" htmlFor={id}>
          {t('search.label')}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          className="search-input"
          placeholder={t('search.placeholder')}
          autoComplete="off"
          role="combobox"
          aria-expanded={isShown}
          aria-controls={`${id}-results`}
          aria-autocomplete="list"
          aria-describedby={`${id}-hint`}
          {...(active >= 0 && isShown ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={({ relatedTarget }) => {
            if (!(relatedTarget instanceof Element && relatedTarget.closest('.search-results')))
              setOpen(false);
          }}
          onKeyDown={press}
        />
        <button type="submit" className="search-submit" aria-label={t('search.submit')}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="10.5" cy="10.5" r="6" />
            <path d="m15 15 5 5" />
          </svg>
        </button>
        <span id={`${id}-hint`} className="ds-sr-only">
          {t('search.hint')}
        </span>
        <span className="ds-sr-only" role="status">
          {isShown && !isFetching ? t('search.results', { count: ordered.length }) : ''}
        </span>
        {isShown && (
          <SearchResults
            id={id}
            hits={ordered}
            active={active}
            words={asked}
            isSettled={!isFetching && asked === words.trim()}
            onActive={setActive}
            onOpen={open}
          />
        )}
      </form>
    </search>
  );
}

/** Registers whose own name answers; they stand first, with an empty record id. */
function useRegisterHits(words: string): readonly SearchHit[] {
  const { t } = useLanguage();
  const { data } = useCollections();
  return useMemo(() => {
    if (words.length < 2 || data === undefined) return nothing;
    const wanted = fold(words);
    return data
      .filter(({ title, titles }) =>
        [title, ...Object.values(titles ?? {})].some((name) => fold(name).includes(wanted)),
      )
      .slice(0, 3)
      .map(({ id, title }) => ({ register: id, registerTitle: t('search.registers'), id: '', title }));
  }, [words, data, t]);
}
