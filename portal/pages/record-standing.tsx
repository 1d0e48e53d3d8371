import type { Collection } from '../api/collections.ts';
import type { PortalFeature } from '../api/items.ts';
import type { HistoryEntry } from '../api/record.ts';
import type { RegisterSchema } from '../api/schema.ts';
import type { MessageKey } from '../strings/en.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Reliability } from '../ui/reliability.tsx';
import { RecordMachines } from './record-machines.tsx';

interface RecordStandingProps {
  readonly feature: PortalFeature;
  readonly schema: RegisterSchema;
  readonly collection: Collection;
  readonly entries: readonly HistoryEntry[] | undefined;
}

const explained = new Set(['real', 'derived', 'approximate', 'synthetic']);

/** How far the record can be relied on: its label, its source, its legal basis, the time in which it holds. */
export function RecordStanding({ feature, schema, collection, entries }: RecordStandingProps) {
  const { t, formats } = useLanguage();
  const { label, source } = feature.properties;
  const field = schema.fields.find(({ name }) => name === 'label');
  const title = field?.codes?.find(({ value }) => value === label)?.title ?? String(label ?? '');
  const legalBasis = entries?.find((entry) => entry.body !== null)?.legalBasis ?? collection.legalBasis;
  const valid = entries?.[0]?.valid;
  return (
    <section className="panel standing" aria-labelledby="record-standing">
      <h2 id="record-standing">{t('record.source')}</h2>
      {typeof label === 'string' && (
        <p>
          <Reliability label={label} title={title} />
          {explained.has(label) && <span className="help">{t(`record.label.${label}` as MessageKey)}</span>}
        </p>
      )}
      <dl className="facts-stack">
        <div>
          <dt>{t('record.from')}</dt>
          <dd>
            <bdi>{typeof source === 'string' ? source : t('record.noSource')}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('record.legalBasis')}</dt>
          <dd>
            <bdi>{legalBasis ?? t('record.noLegalBasis')}</bdi>
          </dd>
        </div>
        {valid !== undefined && (
          <div>
            <dt>{t('record.holds')}</dt>
            <dd>{holds(valid, t, formats)}</dd>
          </div>
        )}
        <div>
          <dt>{t('record.identifier')}</dt>
          <dd>
            <code>{`${collection.id}/${feature.id}`}</code>
          </dd>
        </div>
      </dl>
      <RecordMachines register={collection.id} record={feature.id} />
    </section>
  );
}

type Speech = ReturnType<typeof useLanguage>;

export function holds(valid: HistoryEntry['valid'], t: Speech['t'], formats: Speech['formats']): string {
  const from = valid.from === null ? undefined : formats.date(valid.from);
  const to = valid.to === null ? undefined : formats.date(valid.to);
  if (from !== undefined && to !== undefined) return t('record.holdsBetween', { from, to });
  if (from !== undefined) return t('record.holdsFrom', { from });
  if (to !== undefined) return t('record.holdsTo', { to });
  return t('record.holdsAlways');
}
