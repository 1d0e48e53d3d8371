import { Link } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import { PromiseItem } from './promise-item.tsx';
import { type PortalPromise, statuses } from './promises-answer.ts';

interface PartyGroup {
  readonly id: string;
  readonly name: string;
  readonly promises: PortalPromise[];
}

/** The promises under each party that they bind or serve; a promise of two parties stands under both. */
export function PromisesByParty({ promises }: { readonly promises: readonly PortalPromise[] }) {
  const { t, formats } = useLanguage();
  return (
    <>
      {groupsOf(promises, formats.compare).map(({ id, name, promises: own }) => (
        <section key={id} className="promise-part panel" aria-labelledby={`party-${id}`}>
          <header className="party-head">
            <h2 id={`party-${id}`}>
              {id === '' ? (
                t('promises.noParty')
              ) : (
                <Link to={`/collections/organisations/items/${encodeURIComponent(id)}`}>
                  <bdi>{name}</bdi>
                </Link>
              )}
            </h2>
            <ul className="party-counts">
              {statuses.map((status) => {
                const count = own.filter((promise) => promise.status === status).length;
                return count === 0 ? null : (
                  <li key={status} className="promise-status" data-status={status}>
                    {formats.number(count)} {t(`promises.status.${status}`)}
                  </li>
                );
              })}
            </ul>
          </header>
          <ol className="promise-line">
            {own.map((promise) => (
              <PromiseItem key={promise.id} promise={promise} isUnderParty />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Parties by name, those of whom the sources say nothing last. */
function groupsOf(
  promises: readonly PortalPromise[],
  compare: (a: string, b: string) => number,
): readonly PartyGroup[] {
  const groups = new Map<string, PartyGroup>();
  for (const promise of promises) {
    const parties = promise.parties.length > 0 ? promise.parties : [{ id: '', name: '' }];
    for (const { id, name } of parties) {
      const group = groups.get(id) ?? { id, name, promises: [] };
      groups.set(id, group);
      group.promises.push(promise);
    }
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(a.id === '') - Number(b.id === '') || compare(a.name, b.name),
  );
}
