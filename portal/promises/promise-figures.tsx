import { Link } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import { type PromisesAddress, writeAddress } from './promises-address.ts';
import { type PromisesAnswer, statuses } from './promises-answer.ts';

interface PromiseFiguresProps {
  readonly summary: PromisesAnswer['summary'];
  readonly address: PromisesAddress;
}

/** How many stand how; each number leads to those that it counts, and back to all. */
export function PromiseFigures({ summary, address }: PromiseFiguresProps) {
  const { t, formats } = useLanguage();
  const figures = statuses.map((status) => ({
    key: status,
    name: t(`promises.status.${status}`),
    count: summary[status],
    isChosen: address.status === status && !address.isWithoutEvidence,
    to: { ...address, isWithoutEvidence: false, status: address.status === status ? undefined : status },
  }));
  const withoutEvidence = {
    key: 'without-evidence',
    name: t('promises.withoutEvidence'),
    count: summary.withoutEvidence,
    isChosen: address.isWithoutEvidence,
    to: { ...address, status: undefined, isWithoutEvidence: !address.isWithoutEvidence },
  };
  return (
    <ul className="promise-figures" aria-label={t('promises.figures')}>
      {[...figures, withoutEvidence].map(({ key, name, count, isChosen, to }) => (
        <li key={key} data-status={key}>
          <Link to={writeAddress(to)} aria-current={isChosen ? 'true' : undefined} preventScrollReset>
            <strong>{formats.number(count)}</strong> <span>{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
