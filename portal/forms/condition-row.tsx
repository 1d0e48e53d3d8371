import type { PortalField } from '../api/schema.ts';
import type { MessageKey } from '../strings/en.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { type Condition, type Operator, operatorsOf } from './condition.ts';
import { ConditionValues } from './condition-values.tsx';

interface ConditionRowProps {
  readonly number: number;
  readonly condition: Condition;
  readonly fields: readonly PortalField[];
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

const ofDates: Partial<Record<Operator, MessageKey>> = {
  lt: 'op.before',
  gt: 'op.after',
  ge: 'op.since',
  le: 'op.until',
};

/** Field, comparison, value: what can be chosen follows from the kind of the field. */
export function ConditionRow({ number, condition, fields, onChange, onRemove }: ConditionRowProps) {
  const { t } = useLanguage();
  const field = fields.find(({ name }) => name === condition.field);
  const operators = field === undefined ? [condition.operator] : operatorsOf(field);
  const isDate = field?.kind === 'date' || field?.kind === 'timestamp';
  const choose = (name: string) => {
    const next = fields.find((candidate) => candidate.name === name);
    const operator = next && operatorsOf(next)[0];
    if (next !== undefined && operator !== undefined) onChange({ field: name, operator, values: [''] });
  };
  const compare = (operator: Operator) => onChange({ ...condition, operator });
  return (
    <fieldset className="filter-row">
      <legend className="ds-sr-only">{`${t('filter.title')} ${number}`}</legend>
      <select
        className="ds-input"
        aria-label={t('filter.field')}
        value={condition.field}
        onChange={({ target }) => choose(target.value)}
      >
        {field === undefined && <option value={condition.field}>{condition.field}</option>}
        {fields.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
      <select
        className="ds-input"
        aria-label={t('filter.operator')}
        value={condition.operator}
        onChange={({ target }) => compare(target.value as Operator)}
      >
        {operators.map((operator) => (
          <option key={operator} value={operator}>
            {t((isDate && ofDates[operator]) || (`op.${operator}` as MessageKey))}
          </option>
        ))}
      </select>
      <ConditionValues condition={condition} field={field} onChange={onChange} />
      <button
        type="button"
        className="tool filter-remove"
        aria-label={t('filter.remove', { number })}
        onClick={onRemove}
      >
        ×
      </button>
    </fieldset>
  );
}
