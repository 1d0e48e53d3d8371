import type { PortalField } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Menu } from '../ui/menu.tsx';

interface ColumnMenuProps {
  readonly fields: readonly PortalField[];
  readonly columns: readonly PortalField[];
  readonly isUsual: boolean;
  readonly onChange: (properties: string | undefined) => void;
}

/** Chooses the columns; the choice stands in the address as the API's `properties`. */
export function ColumnMenu({ fields, columns, isUsual, onChange }: ColumnMenuProps) {
  const { t } = useLanguage();
  const shown = new Set(columns.map(({ name }) => name));
  const toggle = (name: string) => {
    const next = fields.filter((field) => (field.name === name ? !shown.has(name) : shown.has(field.name)));
    if (next.length > 0) onChange(next.map((field) => field.name).join(','));
  };
  return (
    <Menu name={t('table.columns')} isActive={!isUsual}>
      <fieldset className="checks">
        <legend className="help">{t('table.columnsHelp')}</legend>
        {fields.map(({ name, title }) => (
          <label key={name}>
            <input
              type="checkbox"
              className="ds-input"
              checked={shown.has(name)}
              onChange={() => toggle(name)}
            />
            {title}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        disabled={isUsual}
        onClick={() => onChange(undefined)}
      >
        {t('table.columnsReset')}
      </button>
    </Menu>
  );
}
