import { Link } from 'react-router';
import type { CatalogueRecord } from '../api/catalogue.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { ExtentThumb } from './extent-thumb.tsx';
import { themeTitle } from './facets.ts';
import { HighlightedText } from './highlighted-text.tsx';
import { typeTitle } from './type-title.ts';

interface ResultCardProps {
  readonly record: CatalogueRecord;
  readonly words: string;
}

/** A result with its place and who stands behind it. */
export function ResultCard({ record, words }: ResultCardProps) {
  const { t, formats } = useLanguage();
  const { properties, geometry } = record;
  const { title, description, custodian, custodianName, legalBasis, records, updated, license, access } =
    properties;
  const theme = themeTitle(record);
  return (
    <li className="result-card">
      <ExtentThumb geometry={geometry} title={title} />
      <div className="result-text">
        <h3 className="result-title">
          <Link to={`/collections/catalogue/items/${encodeURIComponent(record.id)}`}>
            <HighlightedText text={title} words={words} />
          </Link>
          {properties.type !== 'dataset' && <span className="chip">{typeTitle(properties.type, t)}</span>}
          {access === 'restricted' && <span className="chip">{t('catalogue.restricted')}</span>}
        </h3>
        {description !== undefined && (
          <p>
            <HighlightedText text={description} words={words} />
          </p>
        )}
        <dl className="result-facts">
          <div>
            <dt>{t('catalogue.custodian')}</dt>
            <dd data-missing={custodianName === undefined || undefined}>
              <HighlightedText text={custodianName ?? custodian ?? t('catalogue.none')} words={words} />
            </dd>
          </div>
          <div>
            <dt>{t('catalogue.theme')}</dt>
            <dd data-missing={theme === undefined || undefined}>
              <HighlightedText text={theme ?? t('catalogue.none')} words={words} />
            </dd>
          </div>
          {legalBasis !== undefined && (
            <div>
              <dt>{t('catalogue.legalBasis')}</dt>
              <dd>
                <HighlightedText text={legalBasis} words={words} />
              </dd>
            </div>
          )}
        </dl>
        <p className="result-line">
          {records !== undefined && <span>{t('catalogue.records', { count: records })}</span>}
          <span>
            {t('catalogue.updated')}: <time dateTime={updated}>{formats.date(updated)}</time>
          </span>
          {license !== undefined && (
            <span>
              {t('catalogue.licence')}: <bdi>{license}</bdi>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
