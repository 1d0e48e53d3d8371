import { useLanguage } from '../ui/language-context.tsx';
import { PromiseItem } from './promise-item.tsx';
import type { PortalPromise, Status } from './promises-answer.ts';

interface Part {
  readonly key: 'late' | 'next' | 'undated' | 'claimed' | 'kept' | 'lapsed';
  readonly holds: (promise: PortalPromise) => boolean;
}

const of = (status: Status) => (promise: PortalPromise) => promise.status === status;

/** In the order in which somebody has to act: what is late, what comes next, what nobody can say, what is over. */
const parts: readonly Part[] = [
  { key: 'late', holds: of('late') },
  { key: 'next', holds: of('open') },
  {
    key: 'claimed',
    holds: (promise) => promise.status === 'unknown' && promise.reason === 'claimed-without-evidence',
  },
  {
    key: 'undated',
    holds: (promise) => promise.status === 'unknown' && promise.reason !== 'claimed-without-evidence',
  },
  { key: 'kept', holds: of('kept') },
  { key: 'lapsed', holds: of('lapsed') },
];

/** The promises along their days: overdue first, then what is due next. */
export function PromisesByDate({ promises }: { readonly promises: readonly PortalPromise[] }) {
  const { t } = useLanguage();
  return (
    <>
      {parts.map(({ key, holds }) => {
        const own = promises.filter(holds);
        if (own.length === 0) return null;
        return (
          <section key={key} className="promise-part" aria-labelledby={`promises-${key}`}>
            <h2 id={`promises-${key}`}>{t(`promises.part.${key}`)}</h2>
            <ol className="promise-line">
              {own.map((promise) => (
                <PromiseItem key={promise.id} promise={promise} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}
