import type { RegisterSchema } from '../api/schema.ts';
import { CompareEntries } from '../history/compare-entries.tsx';
import { TwoTimeDiagram } from '../history/two-time-diagram.tsx';
import type { useHistoryPages } from '../history/use-history.ts';
import { instantOf } from '../times/time-axis.ts';
import type { Times } from '../times/time-strip.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { HistoryItem } from './history-item.tsx';

interface RecordHistoryProps {
  readonly register: string;
  readonly record: string;
  readonly history: ReturnType<typeof useHistoryPages>;
  readonly schema: RegisterSchema;
  /** The two times that the page shows. */
  readonly times: Times;
}

/** How a record came to be: the picture of the two times, any two versions compared, and every entry with its changes. */
export function RecordHistory({ register, record, history, schema, times }: RecordHistoryProps) {
  const { t } = useLanguage();
  const { entries, error, hasNextPage, isFetchingNextPage } = history;
  const item = `/collections/${encodeURIComponent(register)}/items/${encodeURIComponent(record)}`;
  return (
    <section className="panel" aria-labelledby="record-history">
      <h2 id="record-history">{t('record.history')}</h2>
      <p className="help">{t('record.historyHelp')}</p>
      {error !== null && <QuestionError level={2} error={error} retry={() => void history.refetch()} />}
      {entries?.length === 0 && <p>{t('record.noHistory')}</p>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <TwoTimeDiagram
            entries={entries}
            datetime={instantOf(times.datetime, 'first')}
            asOf={instantOf(times.asOf, 'last')}
            hasMore={hasNextPage}
          />
          <CompareEntries register={register} record={record} entries={entries} schema={schema} />
        </>
      )}
      <ol className="history">
        {entries?.map((entry, index) => (
          <HistoryItem
            key={entry.position}
            entry={entry}
            former={entries[index + 1]}
            item={item}
            isNewest={index === 0}
            isCut={index === entries.length - 1 && hasNextPage}
            schema={schema}
          />
        ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.more')}
        </button>
      )}
    </section>
  );
}
