import type { Geometry } from 'geojson';
import { useId, useState } from 'react';
import type { HistoryEntry } from '../api/record.ts';
import type { RegisterSchema } from '../api/schema.ts';
import { HistoryChange } from '../pages/history-change.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { GeometryChange } from './geometry-change.tsx';
import { useHistoryDiff } from './use-history.ts';

interface CompareEntriesProps {
  readonly register: string;
  readonly record: string;
  readonly entries: readonly HistoryEntry[];
  readonly schema: RegisterSchema;
}

/** Any two entries beside one another: word by word, and on the map what was added and what was removed. */
export function CompareEntries({ register, record, entries, schema }: CompareEntriesProps) {
  const { t } = useLanguage();
  const said = entries.filter(({ body }) => body !== null);
  const [to, setTo] = useState(said[0]?.position);
  const [from, setFrom] = useState(said[1]?.position);
  if (to === undefined || from === undefined) return null;
  return (
    <details className="compare">
      <summary>{t('history.compare')}</summary>
      <div className="compare-choice">
        <EntryChoice title={t('history.from')} entries={said} value={from} onChange={setFrom} />
        <EntryChoice title={t('history.to')} entries={said} value={to} onChange={setTo} />
      </div>
      <Differences
        register={register}
        record={record}
        from={from}
        to={to}
        whole={said.find(({ position }) => position === to)?.body?.geometry ?? null}
        schema={schema}
      />
    </details>
  );
}

interface EntryChoiceProps {
  readonly title: string;
  readonly entries: readonly HistoryEntry[];
  readonly value: number;
  readonly onChange: (position: number) => void;
}

function EntryChoice({ title, entries, value, onChange }: EntryChoiceProps) {
  const { t, formats } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        className="ds-input"
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {entries.map(({ position, recordedAt }) => (
          <option key={position} value={position}>
            {`${t('record.entry', { position: formats.number(position) })} · ${formats.time(recordedAt)}`}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DifferencesProps {
  readonly register: string;
  readonly record: string;
  readonly from: number;
  readonly to: number;
  readonly whole: Geometry | null;
  readonly schema: RegisterSchema;
}

function Differences({ register, record, from, to, whole, schema }: DifferencesProps) {
  const { t } = useLanguage();
  const diff = useHistoryDiff(register, record, from, to);
  if (diff.isError) return <QuestionError level={2} error={diff.error} retry={() => void diff.refetch()} />;
  if (diff.data === undefined) return <p role="status">{t('state.loading')}</p>;
  const { properties, geometry } = diff.data;
  if (properties.length === 0 && geometry.change === 'none') return <p>{t('record.noChange')}</p>;
  return (
    <>
      <ul className="history-changes">
        {properties.map((change) => (
          <HistoryChange
            key={change.name}
            change={change}
            field={schema.fields.find(({ name }) => name === change.name)}
          />
        ))}
      </ul>
      {geometry.change !== 'none' && <GeometryChange diff={geometry} whole={whole} />}
    </>
  );
}
