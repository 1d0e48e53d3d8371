import type { PortalField } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { unitSign } from '../ui/value-text.ts';
import { sortOf } from './columns.ts';

interface ColumnHeadProps {
  readonly field: PortalField;
  readonly sortby: string | undefined;
  readonly onSort: (column: string) => void;
}

/** Name of a column with its unit; a button that sorts where values have an order. */
export function ColumnHead({ field, sortby, onSort }: ColumnHeadProps) {
  const { t } = useLanguage();
  const unit = unitSign(field.unit);
  const isSortable = !['object', 'array'].includes(field.kind);
  const isNumber = field.kind === 'integer' || field.kind === 'number';
  const name = (
    <>
      {field.title}
      {unit !== undefined && <span className="unit">{unit}</span>}
    </>
  );
  if (!isSortable) return <th scope="col">{name}</th>;
  return (
    <th scope="col" aria-sort={sortOf(sortby, field.name)} className={isNumber ? 'cell-number' : undefined}>
      <button
        type="button"
        title={t('table.sort', { column: field.title })}
        onClick={() => onSort(field.name)}
      >
        {name}
      </button>
    </th>
  );
}
