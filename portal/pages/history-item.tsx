import { Link } from 'react-router';
import type { HistoryEntry } from '../api/record.ts';
import type { RegisterSchema } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { HistoryChange } from './history-change.tsx';
import { changesOf } from './history-changes.ts';
import { holds } from './record-standing.tsx';

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  /** The entry before it; undefined for the oldest that is known here. */
  readonly former: HistoryEntry | undefined;
  /** Address of the record. */
  readonly item: string;
  readonly isNewest: boolean;
  /** There are earlier entries that are not loaded yet. */
  readonly isCut: boolean;
  readonly schema: RegisterSchema;
}

/** One entry of the log about a record: when, by whom, what it changed word by word. */
export function HistoryItem({ entry, former, item, isNewest, isCut, schema }: HistoryItemProps) {
  const { t, formats } = useLanguage();
  return (
    <li id={`entry-${entry.position}`} className="history-entry" tabIndex={-1}>
      <p className="history-when">
        <time dateTime={entry.recordedAt}>
          {t('record.recorded', { time: formats.time(entry.recordedAt), actor: entry.actor })}
        </time>
        <span className="help">{t('record.entry', { position: formats.number(entry.position) })}</span>
      </p>
      {!isCut && <EntryChanges entry={entry} former={former} schema={schema} />}
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
        {!isNewest && entry.body !== null && (
          <>
            {' · '}
            <Link to={`${item}?asOf=${encodeURIComponent(entry.recordedAt)}`}>{t('record.seeAsKnown')}</Link>
          </>
        )}
      </p>
    </li>
  );
}

interface EntryChangesProps {
  readonly entry: HistoryEntry;
  readonly former: HistoryEntry | undefined;
  readonly schema: RegisterSchema;
}

function EntryChanges({ entry, former, schema }: EntryChangesProps) {
  const { t } = useLanguage();
  if (entry.isErased) return <p className="history-what">{t('record.erased')}</p>;
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
