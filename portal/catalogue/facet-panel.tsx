import { type ReactNode, useId } from 'react';
import type { CatalogueRecord } from '../api/catalogue.ts';
import { deskTitle } from '../ui/desk-title.ts';
import { type LanguageContext, useLanguage } from '../ui/language-context.tsx';
import type { CatalogueAddress } from './catalogue-address.ts';
import { type FacetName, facetNames, facetValues, themeTitle } from './facets.ts';
import { typeTitle } from './type-title.ts';

interface FacetPanelProps {
  readonly records: readonly CatalogueRecord[];
  readonly address: CatalogueAddress;
  readonly area: ReactNode;
  readonly onChange: (changes: Partial<CatalogueAddress>) => void;
}

/** What results can be narrowed down by, each value with its number of results. */
export function FacetPanel({ records, address, area, onChange }: FacetPanelProps) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <aside className="facets" aria-labelledby={id}>
      <h2 id={id} className="ds-sr-only">
        {t('catalogue.narrow')}
      </h2>
      {facetNames.map((facet) => (
        <Facet key={facet} facet={facet} records={records} address={address} onChange={onChange} />
      ))}
      <details className="facet" open={address.bbox !== undefined}>
        <summary>{t('catalogue.place')}</summary>
        {area}
      </details>
      <details className="facet" open={address.from !== '' || address.to !== ''}>
        <summary>{t('catalogue.time')}</summary>
        <div className="facet-dates">
          {(['from', 'to'] as const).map((end) => (
            <div className="field" key={end}>
              <label htmlFor={`${id}-${end}`}>{t(`catalogue.${end}`)}</label>
              <input
                id={`${id}-${end}`}
                type="date"
                className="ds-input"
                value={address[end]}
                onChange={({ target }) => onChange({ [end]: target.value })}
              />
            </div>
          ))}
        </div>
      </details>
    </aside>
  );
}

const openAtFirst: readonly FacetName[] = ['theme', 'custodian'];

function Facet({
  facet,
  records,
  address,
  onChange,
}: Omit<FacetPanelProps, 'area'> & { readonly facet: FacetName }) {
  const context = useLanguage();
  const { t, formats } = context;
  const values = facetValues(records, facet, address.chosen, (record) => titleOf(record, facet, context));
  const chosen = address.chosen[facet] ?? [];
  if (values.length < 2 && chosen.length === 0) return null;
  const toggle = (value: string, isOn: boolean) => {
    const next = isOn ? [...chosen, value] : chosen.filter((each) => each !== value);
    onChange({ chosen: { ...address.chosen, [facet]: next } });
  };
  return (
    <details className="facet" open={chosen.length > 0 || (openAtFirst.includes(facet) && isWide())}>
      <summary>{t(`catalogue.${facet}`)}</summary>
      <fieldset className="checks">
        <legend className="ds-sr-only">{t(`catalogue.${facet}`)}</legend>
        {values.map(({ value, title, count }) => (
          <label key={value} data-empty={count === 0 || undefined}>
            <input
              type="checkbox"
              className="ds-input"
              checked={chosen.includes(value)}
              onChange={({ target }) => toggle(value, target.checked)}
            />
            <span className="facet-title">{title}</span>
            <span className="facet-count">{formats.number(count)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** On a narrow screen the results come first. */
function isWide(): boolean {
  return globalThis.matchMedia('(width >= 60rem)').matches;
}

function titleOf(record: CatalogueRecord, facet: FacetName, { t }: LanguageContext): string {
  const { custodian, custodianName, desk, type } = record.properties;
  switch (facet) {
    case 'theme':
      return themeTitle(record) ?? t('catalogue.none');
    case 'custodian':
      return custodianName ?? custodian ?? t('catalogue.none');
    case 'desk':
      return desk === undefined ? t('catalogue.none') : deskTitle(desk, t);
    case 'type':
      return typeTitle(type, t);
  }
}
