import { Link } from 'react-router';
import type { Collection } from '../api/collections.ts';
import { desks, deskTitle } from '../ui/desk-title.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Notice } from '../ui/notice.tsx';

/** Registers as a table of contents: one card for each desk, each register with its number of records. */
export function DeskCards({ collections }: { readonly collections: readonly Collection[] | undefined }) {
  const { t, formats } = useLanguage();
  if (collections === undefined) return <DeskOutlines />;
  if (collections.length === 0) return <Notice level={2} title={t('home.noRegisters')} />;
  const known: readonly (string | undefined)[] = desks;
  const groups = [...desks, undefined].flatMap((desk) => {
    const members = collections.filter((collection) =>
      desk === undefined ? !known.includes(collection.desk) : collection.desk === desk,
    );
    return members.length === 0 ? [] : [{ desk, members }];
  });
  return (
    <ul className="desk-cards">
      {groups.map(({ desk, members }) => (
        <li key={desk ?? 'other'} className="desk-card" data-desk={desk ?? 'other'}>
          <h3>{deskTitle(desk, t)}</h3>
          <p className="help">{t('home.registerCount', { count: members.length })}</p>
          <ul>
            {members
              .toSorted((a, b) => formats.compare(a.title, b.title))
              .map(({ id, title, count }) => (
                <li key={id}>
                  <Link to={`/collections/${encodeURIComponent(id)}`}>{title}</Link>
                  {count !== undefined && (
                    <span className="desk-count" title={t('home.recordCount', { count })}>
                      {formats.number(count)}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function DeskOutlines() {
  const { t } = useLanguage();
  return (
    <div className="desk-cards" role="status">
      <span className="ds-sr-only">{t('state.loading')}</span>
      {['a', 'b', 'c'].map((key) => (
        <span key={key} className="outline" data-kind="card" />
      ))}
    </div>
  );
}
