import { groupHits, type SearchHit } from '../api/search.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { hitAddress } from './hit-address.ts';

interface SearchResultsProps {
  readonly id: string;
  /** Registers first, then records grouped by register. */
  readonly hits: readonly SearchHit[];
  readonly active: number;
  readonly words: string;
  readonly isSettled: boolean;
  readonly onActive: (index: number) => void;
  readonly onOpen: (hit: SearchHit) => void;
}

/** The list below the search line. */
export function SearchResults(props: SearchResultsProps) {
  const { id, hits, active, words, isSettled, onActive, onOpen } = props;
  const { t } = useLanguage();
  const groups = [
    ...groupHits(hits.filter((hit) => hit.id === '').map((hit) => ({ ...hit, register: '' }))),
    ...groupHits(hits.filter((hit) => hit.id !== '')),
  ];
  if (hits.length === 0) {
    return (
      <div className="search-results" id={`${id}-results`}>
        <p className="search-nothing">{isSettled ? t('search.nothing', { words }) : t('state.loading')}</p>
      </div>
    );
  }
  let index = -1;
  return (
    <div
      className="search-results"
      id={`${id}-results`}
      role="listbox"
      aria-label={t('search.label')}
      tabIndex={-1}
    >
      {groups.map(([register, group]) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox.
        <div key={register} role="group" aria-labelledby={`${id}-group-${register}`}>
          <p className="search-group" id={`${id}-group-${register}`} role="presentation">
            {group[0]?.registerTitle}
          </p>
          {group.map(() => {
            index += 1;
            const at = index;
            const hit = hits[at];
            if (hit === undefined) return null;
            return (
              <a
                key={`${hit.register}/${hit.id}`}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                tabIndex={-1}
                className="search-hit"
                href={hitAddress(hit)}
                onMouseEnter={() => onActive(at)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey) return;
                  event.preventDefault();
                  onOpen(hit);
                }}
              >
                <bdi>{hit.title}</bdi>
                {hit.detail !== undefined && <span className="help">{hit.detail}</span>}
              </a>
            );
          })}
        </div>
      ))}
    </div>
  );
}
