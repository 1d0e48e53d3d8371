import { Link } from 'react-router';
import type { CountStatement } from '../api/count.ts';
import { holds } from '../pages/record-standing.tsx';
import { useLanguage } from '../ui/language-context.tsx';

/** Who answers for a count, where and for which time, on what basis and with what evidence. */
export function StatementList({ statements }: { readonly statements: readonly CountStatement[] }) {
  const { t, formats } = useLanguage();
  return (
    <ul className="statement-list">
      {statements.map(({ id, custodian, basis, period, isEverywhere, evidence, source }) => (
        <li key={id}>
          <p>
            <Link to={`/collections/organisations/items/${encodeURIComponent(custodian.id)}`}>
              <bdi>{custodian.title}</bdi>
            </Link>
            {': '}
            <bdi>{basis}</bdi>
          </p>
          <p className="help">
            {holds(period, t, formats)} · {t(isEverywhere ? 'count.everywhere' : 'count.area')}
            {source !== null && (
              <>
                {' · '}
                <bdi>{source}</bdi>
              </>
            )}
          </p>
          <p className="help">
            {t('count.evidence')}
            {': '}
            {evidence.length === 0
              ? t('count.noEvidence')
              : evidence.map((document, index) => (
                  <span key={document.id}>
                    {index > 0 && ' · '}
                    <Link to={`/collections/documents/items/${document.id}`}>
                      <bdi>{document.title ?? document.id.slice(0, 12)}</bdi>
                    </Link>
                  </span>
                ))}
            {' · '}
            <Link to={`/collections/completeness-statements/items/${encodeURIComponent(id)}`}>
              {t('count.open')}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
