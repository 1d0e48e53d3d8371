import type { FieldKind, PortalField } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { arityOf, type Condition } from './condition.ts';

interface ConditionValuesProps {
  readonly condition: Condition;
  readonly field: PortalField | undefined;
  readonly onChange: (condition: Condition) => void;
}

const inputTypes: Partial<Record<FieldKind, string>> = {
  date: 'date',
  timestamp: 'datetime-local',
  integer: 'number',
  number: 'number',
};

/** The inputs that a comparison needs: none, one, two, or a choice of many. */
export function ConditionValues({ condition, field, onChange }: ConditionValuesProps) {
  const { t } = useLanguage();
  const arity = arityOf(condition.operator);
  const { values } = condition;
  const put = (index: number, value: string) => {
    const next = [...values];
    next[index] = value;
    onChange({ ...condition, values: next });
  };
  if (arity === 0) return <span className="filter-value" />;
  if (field?.codes !== undefined && arity === 'many') {
    return (
      <select
        multiple
        className="ds-input filter-value"
        aria-label={t('filter.value')}
        value={[...values]}
        onChange={({ target }) =>
          onChange({ ...condition, values: [...target.selectedOptions].map(({ value }) => value) })
        }
      >
        {field.codes.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  const choices = choicesOf(field, t('filter.yes'), t('filter.no'));
  if (choices !== undefined) {
    return (
      <select
        className="ds-input filter-value"
        aria-label={t('filter.value')}
        value={values[0] ?? ''}
        onChange={({ target }) => put(0, target.value)}
      >
        <option value="">{t('filter.choose')}</option>
        {choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  const type = inputTypes[field?.kind ?? 'string'] ?? 'text';
  return (
    <span className="filter-value">
      {Array.from({ length: arity === 2 ? 2 : 1 }, (_, index) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: first and second value are their places.
          key={index}
          type={type}
          step={field?.kind === 'integer' ? 1 : 'any'}
          className="ds-input"
          dir="auto"
          aria-label={t(index === 0 ? 'filter.value' : 'filter.upTo')}
          value={values[index] ?? ''}
          onChange={({ target }) => put(index, target.value)}
        />
      ))}
    </span>
  );
}

function choicesOf(field: PortalField | undefined, yes: string, no: string): PortalField['codes'] {
  if (field?.kind !== 'boolean') return field?.codes;
  return [
    { value: 'true', title: yes },
    { value: 'false', title: no },
  ];
}
