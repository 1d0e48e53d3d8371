import { Link } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import { promiseSentence } from './promise-sentence.ts';
import type { PortalPromise, PromiseEvent } from './promises-answer.ts';

interface PromiseItemProps {
  readonly promise: PortalPromise;
  /** The party is told by the heading above. */
  readonly isUnderParty?: boolean;
}

const recordPath = (register: string, id: string) =>
  `/collections/${register}/items/${encodeURIComponent(id)}`;

/** One promise: until when, what, whose, how it stands and why, and what shows it. */
export function PromiseItem({ promise, isUnderParty = false }: PromiseItemProps) {
  const { t, formats } = useLanguage();
  const { id, name, due, status, agreement, parties, condition, evidence, events } = promise;
  return (
    <li className="promise" data-status={status}>
      <p className="promise-due">
        {due === undefined ? t('promises.noDay') : <time dateTime={due}>{formats.date(due)}</time>}
      </p>
      <div className="promise-body">
        <h3>
          <Link to={recordPath('commitments', id)}>
            <bdi>{name}</bdi>
          </Link>
        </h3>
        <p>
          <span className="promise-status" data-status={status}>
            {t(`promises.status.${status}`)}
          </span>{' '}
          {promiseSentence(promise, t, formats)}
        </p>
        {condition !== undefined && <p>{t('promises.condition', { condition })}</p>}
        <p className="promise-facts">
          {agreement !== undefined && (
            <Link to={recordPath('agreements', agreement.id)}>
              <bdi>{agreement.name}</bdi>
            </Link>
          )}
          {!isUnderParty && parties.length > 0 && (
            <bdi>{formats.list(parties.map((party) => party.name))}</bdi>
          )}
          <span data-missing={evidence.length === 0 || undefined}>
            {t('promises.documents', { count: evidence.length })}
          </span>
        </p>
        {events.length > 0 && <Events events={events} name={name} />}
      </div>
    </li>
  );
}

function Events({ events, name }: { readonly events: readonly PromiseEvent[]; readonly name: string }) {
  const { t, formats } = useLanguage();
  return (
    <details className="promise-events">
      <summary>
        {t('promises.events', { count: events.length })}
        <span className="ds-sr-only"> {name}</span>
      </summary>
      <ul>
        {events.map(({ id, day, name: title, evidence }) => (
          <li key={id}>
            {formats.date(day)}:{' '}
            <Link to={recordPath('promise-events', id)}>
              <bdi>{title}</bdi>
            </Link>{' '}
            <span className="help">{t('promises.documents', { count: evidence.length })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
