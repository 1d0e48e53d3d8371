import { Link } from 'react-router';
import type { BoardTheme } from '../api/catalogue.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { MaturityBar } from './maturity-bar.tsx';

/** A theme: who answers for it, what is published, and what its score is made of. */
export function ThemeCard({ theme }: { readonly theme: BoardTheme }) {
  const { t } = useLanguage();
  const {
    id,
    code,
    name,
    custodian,
    custodianBasis,
    isMissing,
    isOrphan,
    registers,
    score,
    criteria,
    lists,
  } = theme;
  return (
    <li className="theme-card" data-missing={isMissing || undefined} data-orphan={isOrphan || undefined}>
      <div className="theme-title">
        <h3>
          <Link to={`/collections/themes/items/${encodeURIComponent(id)}`}>{name}</Link>
        </h3>
        {code !== null && <bdi className="theme-code">{code}</bdi>}
      </div>
      <MaturityBar score={score} />
      {(isMissing || isOrphan || lists.includes('national-2019')) && (
        <p className="theme-marks">
          {isMissing && (
            <span className="chip chip-missing" title={t('themes.missingText')}>
              {t('themes.missing')}
            </span>
          )}
          {isOrphan && (
            <span className="chip chip-orphan" title={t('themes.orphanText')}>
              {t('themes.orphan')}
            </span>
          )}
          {lists.includes('national-2019') && <span className="chip">{t('themes.national')}</span>}
        </p>
      )}
      {custodian?.name != null && (
        <p className="theme-keeper">
          <Link to={`/collections/organisations/items/${encodeURIComponent(custodian.id)}`}>
            {custodian.name}
          </Link>
          {custodianBasis !== null && <span className="help">{custodianBasis}</span>}
        </p>
      )}
      {registers.length > 0 && (
        <ul className="theme-registers">
          {registers.map((register) => (
            <li key={register.id}>
              <Link to={`/collections/catalogue/items/${encodeURIComponent(register.id)}`}>
                {register.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <details className="theme-criteria">
        <summary>{t('themes.criteria')}</summary>
        <ul>
          {isMissing && <li className="help">{t('themes.missingText')}</li>}
          {isOrphan && <li className="help">{t('themes.orphanText')}</li>}
          {criteria.map((each) => (
            <li key={each.id} data-met={each.share === 1 || undefined}>
              <span className="criterion-title">{each.title}</span>
              <span className="criterion-points">
                {t('themes.points', { points: each.points, weight: each.weight })}
              </span>
              {each.raise !== undefined && <span className="help">{each.raise}</span>}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
