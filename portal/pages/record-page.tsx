import { Link, useParams, useSearchParams } from 'react-router';
import { useCollection, useRecord, useSchema } from '../api/queries.ts';
import { EvidencePanel } from '../evidence/evidence-panel.tsx';
import { useHistoryPages } from '../history/use-history.ts';
import { LineagePanel } from '../lineage/lineage-panel.tsx';
import { HangingRecords } from '../promises/hanging-records.tsx';
import { PromiseStanding } from '../promises/promise-standing.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { localizedText } from '../ui/value-text.ts';
import { RecordHistory } from './record-history.tsx';
import { RecordMap } from './record-map.tsx';
import { RecordMissing } from './record-missing.tsx';
import { RecordProperties } from './record-properties.tsx';
import { RecordStanding } from './record-standing.tsx';
import { readQuestion } from './register-question.ts';

/** One record: what it says, where it is, who says so since when, and how it came to be. */
export function RecordPage() {
  const { register = '', record = '' } = useParams();
  const [search] = useSearchParams();
  const { datetime, asOf } = readQuestion(search);
  const { t, language } = useLanguage();
  const collection = useCollection(register);
  const schema = useSchema(register);
  const feature = useRecord(register, record, { datetime, asOf });
  const history = useHistoryPages(register, record);
  const title =
    feature.data &&
    (localizedText(feature.data.properties[schema.data?.titleField ?? ''], language) ?? record);
  useTitle(title);

  const error = feature.error ?? schema.error ?? collection.error;
  if (error !== null) {
    const retry = () => void Promise.all([feature.refetch(), schema.refetch(), collection.refetch()]);
    return (
      <>
        <RecordMissing
          register={register}
          record={record}
          error={error}
          entries={history.entries}
          retry={retry}
        />
        <div className="record-missing">
          <LineagePanel register={register} record={record} schema={schema.data} />
        </div>
      </>
    );
  }
  if (feature.data === undefined || schema.data === undefined || collection.data === undefined)
    return <RoomLoading />;
  const isPast = datetime !== undefined || asOf !== undefined;
  return (
    <article className="record">
      <header className="record-heading">
        <p className="eyebrow">
          <Link to="/collections">{t('app.registers')}</Link>
          <span aria-hidden="true">/</span>
          <Link to={`/collections/${encodeURIComponent(register)}`}>{collection.data.title}</Link>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {isPast && (
          <p className="past-note">
            {t('times.past')} <Link to="?">{t('times.now')}</Link>
          </p>
        )}
      </header>
      <div className="record-columns">
        <div className="record-main">
          {register === 'commitments' && <PromiseStanding record={record} datetime={datetime} asOf={asOf} />}
          <RecordProperties feature={feature.data} schema={schema.data} />
          <LineagePanel register={register} record={record} schema={schema.data} />
          <EvidencePanel register={register} feature={feature.data} schema={schema.data} />
          <RecordHistory
            register={register}
            record={record}
            history={history}
            schema={schema.data}
            times={{ datetime, asOf }}
          />
        </div>
        <div className="record-side">
          <RecordMap feature={feature.data} title={title ?? record} />
          <RecordStanding
            feature={feature.data}
            schema={schema.data}
            collection={collection.data}
            entries={history.entries}
          />
          <HangingRecords register={register} record={record} />
        </div>
      </div>
    </article>
  );
}
