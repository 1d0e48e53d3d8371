import { type FormEvent, useId, useState } from 'react';
import type { PortalField } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { type Conditions, noConditions, operatorsOf } from './condition.ts';
import { ConditionRow } from './condition-row.tsx';
import { conditionsToCql2 } from './conditions-to-cql2.ts';
import { cql2ToConditions } from './cql2-to-conditions.ts';

interface FilterBuilderProps {
  readonly fields: readonly PortalField[];
  readonly filter: string | undefined;
  /** What the server said against the filter that stands. */
  readonly sentences: readonly string[];
  readonly onApply: (filter: string | undefined) => void;
}

/** Conditions as rows and as CQL2 text, two views of one filter: either can be edited, both say the same. */
export function FilterBuilder({ fields, filter, sentences, onApply }: FilterBuilderProps) {
  const { t } = useLanguage();
  const id = useId();
  const [text, setText] = useState(filter ?? '');
  const [rows, setRows] = useState<Conditions | undefined>(() => firstRows(filter, fields));

  const editRows = (next: Conditions) => {
    setRows(next);
    setText(conditionsToCql2(next, fields) ?? '');
  };
  const editText = (next: string) => {
    setText(next);
    setRows(cql2ToConditions(next));
  };
  const add = () => {
    const shown = rows ?? noConditions;
    editRows({ ...shown, rows: [...shown.rows, ...newRow(fields)] });
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    onApply(text.trim() || undefined);
  };
  const clear = () => {
    editRows({ ...noConditions, rows: newRow(fields) });
    onApply(undefined);
  };

  return (
    <form className="filter" onSubmit={apply} aria-label={t('filter.title')}>
      <div className="filter-main">
        {rows === undefined ? (
          <p className="help">{t('filter.byHand')}</p>
        ) : (
          <ConditionList conditions={rows} fields={fields} onChange={editRows} />
        )}
        <div className="filter-actions">
          {rows !== undefined && (
            <button type="button" className="tool" onClick={add}>
              + {t('filter.add')}
            </button>
          )}
          <button type="submit" className="ds-button">
            {t('filter.apply')}
          </button>
          <button type="button" className="ds-button" data-variant="tertiary" onClick={clear}>
            {t('filter.clear')}
          </button>
        </div>
      </div>
      <div className="field filter-text filter-side">
        <label htmlFor={`${id}-text`}>{t('filter.text')}</label>
        <textarea
          id={`${id}-text`}
          className="ds-input"
          dir="ltr"
          rows={2}
          spellCheck={false}
          aria-describedby={`${id}-help ${id}-wrong`}
          aria-invalid={sentences.length > 0}
          value={text}
          onChange={({ target }) => editText(target.value)}
        />
        <span id={`${id}-help`} className="help">
          {t('filter.textHelp')}
        </span>
        <div id={`${id}-wrong`} role="alert">
          {sentences.length > 0 && (
            <div className="ds-validation-message" data-color="danger">
              {t('filter.wrong')}
              {sentences.map((sentence) => (
                <p key={sentence} dir="auto">
                  {sentence}
                </p>
              ))}
            </div>
          )}
        </div>
      </div>
    </form>
  );
}

interface ConditionListProps {
  readonly conditions: Conditions;
  readonly fields: readonly PortalField[];
  readonly onChange: (conditions: Conditions) => void;
}

function ConditionList({ conditions, fields, onChange }: ConditionListProps) {
  const { t } = useLanguage();
  const { rows, join } = conditions;
  return (
    <>
      {rows.length > 1 && (
        <label className="filter-join">
          {t('filter.join')}
          <select
            className="ds-input"
            value={join}
            onChange={({ target }) => onChange({ rows, join: target.value === 'or' ? 'or' : 'and' })}
          >
            <option value="and">{t('filter.join.and')}</option>
            <option value="or">{t('filter.join.or')}</option>
          </select>
        </label>
      )}
      <ol className="filter-rows">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place and nothing else.
          <li key={index}>
            <ConditionRow
              number={index + 1}
              condition={row}
              fields={fields}
              onChange={(next) => onChange({ join, rows: rows.with(index, next) })}
              onRemove={() => onChange({ join, rows: rows.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function firstRows(filter: string | undefined, fields: readonly PortalField[]): Conditions | undefined {
  if (filter !== undefined) return cql2ToConditions(filter);
  return { ...noConditions, rows: newRow(fields) };
}

function newRow(fields: readonly PortalField[]) {
  const [field] = fields;
  const operator = field && operatorsOf(field)[0];
  return field === undefined || operator === undefined ? [] : [{ field: field.name, operator, values: [''] }];
}
