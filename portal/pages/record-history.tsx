import { Link } from 'react-router';
import type { HistoryEntry } from '../api/record.ts';
import type { RegisterSchema } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { HistoryChange } from './history-change.tsx';
import { changesOf } from './history-changes.ts';
import { holds } from './record-standing.tsx';

interface RecordHistoryProps {
  readonly register: string;
  readonly record: string;
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly error: unknown;
  readonly schema: RegisterSchema;
}

/** Entries of the log about one record, newest first, each with what it changed word by word. */
export function RecordHistory({ register, record, entries, error, schema }: RecordHistoryProps) {
  const { t, formats } = useLanguage();
  const item = `/collections/${encodeURIComponent(register)}/items/${encodeURIComponent(record)}`;
  return (
    <section className="panel" aria-labelledby="record-history">
      <h2 id="record-history">{t('record.history')}</h2>
      <p className="help">{t('record.historyHelp')}</p>
      {error !== null && error !== undefined && (
        <QuestionError level={2} error={error} retry={() => window.location.reload()} />
      )}
      {entries?.length === 0 && <p>{t('record.noHistory')}</p>}
      <ol className="history" reversed>
        {entries?.map((entry, index) => (
          <li key={entry.position} className="history-entry">
            <p className="history-when">
              <time dateTime={entry.recordedAt}>
                {t('record.recorded', { time: formats.time(entry.recordedAt), actor: entry.actor })}
              </time>
              <span className="help">{t('record.entry', { position: formats.number(entry.position) })}</span>
            </p>
            <EntryChanges entry={entry} former={entries[index + 1]} schema={schema} />
            <p className="help">
              {t('record.cause')}: <bdi>{entry.cause}</bdi>
              {entry.legalBasis !== null && (
                <>
                  {' · '}
                  {t('record.legalBasis')}: <bdi>{entry.legalBasis}</bdi>
                </>
              )}
              {' · '}
              {t('record.holds')}: {holds(entry.valid, t, formats)}
              {index > 0 && entry.body !== null && (
                <>
                  {' · '}
                  <Link to={`${item}?asOf=${encodeURIComponent(entry.recordedAt)}`}>
                    {t('record.seeAsKnown')}
                  </Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface EntryChangesProps {
  readonly entry: HistoryEntry;
  readonly former: HistoryEntry | undefined;
  readonly schema: RegisterSchema;
}

function EntryChanges({ entry, former, schema }: EntryChangesProps) {
  const { t } = useLanguage();
  if (entry.body === null) return <p className="history-what">{t('record.absent')}</p>;
  if (former === undefined || former.body === null)
    return <p className="history-what">{t('record.first')}</p>;
  const { fields, geometry } = changesOf(former.body, entry.body);
  if (fields.length === 0 && geometry === undefined)
    return <p className="history-what">{t('record.noChange')}</p>;
  return (
    <ul className="history-changes">
      {fields.map((change) => (
        <HistoryChange
          key={change.name}
          change={change}
          field={schema.fields.find(({ name }) => name === change.name)}
        />
      ))}
      {geometry !== undefined && <li>{t(geometry)}</li>}
    </ul>
  );
}
