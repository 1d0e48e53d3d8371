import { type ReactNode, useId } from 'react';
import { useItems, useSchema } from '../api/queries.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText } from '../ui/value-text.ts';
import type { StatementDraft } from './statement-draft.ts';

interface StatementFieldsProps {
  readonly draft: StatementDraft;
  /** The part of the map that the list is limited to. */
  readonly bbox: string | undefined;
  readonly onChange: (part: Partial<StatementDraft>) => void;
}

const mostOrganisations = 1000;

/** What a statement says: who, why, from when until when, where, from which source. */
export function StatementFields({ draft, bbox, onChange }: StatementFieldsProps) {
  const { t, language, formats } = useLanguage();
  const organisations = useItems('organisations', {
    limit: mostOrganisations,
    properties: 'name',
    skipGeometry: true,
  });
  const schema = useSchema('completeness-statements');
  const labels = schema.data?.fields.find(({ name }) => name === 'label')?.codes ?? [];
  const names = (organisations.data?.features ?? [])
    .map(({ id, properties }) => ({ id, title: localizedText(properties.name, language) ?? id }))
    .sort((a, b) => formats.compare(a.title, b.title));
  return (
    <>
      <Field title={t('count.custodian')}>
        {(id) => (
          <select
            id={id}
            className="ds-input"
            value={draft.custodian}
            onChange={({ target }) => onChange({ custodian: target.value })}
          >
            <option value="">{t('count.choose')}</option>
            {names.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field title={t('count.basis')} help={t('count.basisHelp')}>
        {(id) => (
          <textarea
            id={id}
            className="ds-input"
            rows={2}
            value={draft.basis}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => onChange({ basis: target.value })}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field title={t('count.starts')}>
          {(id) => (
            <input
              id={id}
              type="date"
              className="ds-input"
              value={draft.starts}
              onChange={({ target }) => onChange({ starts: target.value })}
            />
          )}
        </Field>
        <Field title={t('count.ends')} help={t('count.endsHelp')}>
          {(id) => (
            <input
              id={id}
              type="date"
              className="ds-input"
              value={draft.ends}
              aria-describedby={`${id}-help`}
              onChange={({ target }) => onChange({ ends: target.value })}
            />
          )}
        </Field>
      </div>
      {bbox !== undefined && (
        <Field title={t('count.where')}>
          {(id) => (
            <select
              id={id}
              className="ds-input"
              value={draft.bbox === undefined ? 'all' : 'view'}
              onChange={({ target }) => onChange({ bbox: target.value === 'all' ? undefined : bbox })}
            >
              <option value="all">{t('count.whereAll')}</option>
              <option value="view">{t('count.whereView')}</option>
            </select>
          )}
        </Field>
      )}
      <div className="field-pair">
        <Field title={t('count.source')}>
          {(id) => (
            <input
              id={id}
              className="ds-input"
              value={draft.source}
              onChange={({ target }) => onChange({ source: target.value })}
            />
          )}
        </Field>
        <Field title={t('count.label')}>
          {(id) => (
            <select
              id={id}
              className="ds-input"
              value={draft.label}
              onChange={({ target }) => onChange({ label: target.value })}
            >
              {labels.map(({ value, title }) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <label className="map-check">
        <input
          type="checkbox"
          className="ds-input"
          checked={draft.isRestricted}
          onChange={({ target }) => onChange({ isRestricted: target.checked })}
        />
        {t('count.secrecy')}
      </label>
    </>
  );
}

interface FieldProps {
  readonly title: string;
  readonly help?: string;
  readonly children: (id: string) => ReactNode;
}

function Field({ title, help, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {children(id)}
      {help !== undefined && (
        <span id={`${id}-help`} className="help">
          {help}
        </span>
      )}
    </div>
  );
}
