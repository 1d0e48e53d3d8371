import { Link } from 'react-router';
import { RequestError } from '../api/problem.ts';
import type { HistoryEntry } from '../api/record.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { recordAddress } from './record-address.ts';

interface RecordMissingProps {
  readonly register: string;
  readonly record: string;
  readonly error: Error;
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly retry: () => void;
}

/** No record at this time: where the log knows it at another one, the way there is shown. */
export function RecordMissing({ register, record, error, entries, retry }: RecordMissingProps) {
  const { t } = useLanguage();
  const last = entries?.find(({ body }) => body !== null);
  const isGone = error instanceof RequestError && error.status === 404;
  if (!isGone || last === undefined) return <QuestionError error={error} retry={retry} />;
  const moment = lastMoment(last);
  return (
    <Notice title={t('record.notHolding')} text={t('record.notHoldingText')}>
      <Link className="ds-button" to={recordAddress(register, record, { datetime: moment })}>
        {t('record.lastHeld')}
      </Link>
    </Notice>
  );
}

/** An instant within the time in which an entry holds: shortly before its end, which is itself outside. */
function lastMoment({ valid }: HistoryEntry): string | undefined {
  if (valid.to === null) return valid.from ?? undefined;
  const before = new Date(Date.parse(valid.to) - 1000).toISOString();
  return valid.from !== null && before < valid.from ? valid.from : before;
}
