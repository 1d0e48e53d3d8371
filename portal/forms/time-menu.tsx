import { useId } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { Menu } from '../ui/menu.tsx';

interface TimeMenuProps {
  readonly datetime: string | undefined;
  readonly asOf: string | undefined;
  readonly onChange: (times: { datetime?: string | undefined; asOf?: string | undefined }) => void;
  readonly sentences: readonly string[];
}

/** The two times: what held on a day, and what had been recorded by the end of a day. */
export function TimeMenu({ datetime, asOf, onChange, sentences }: TimeMenuProps) {
  const { t } = useLanguage();
  const isPast = datetime !== undefined || asOf !== undefined;
  return (
    <Menu name={t('times.title')} isActive={isPast}>
      <DayField
        title={t('times.datetime')}
        help={t('times.datetimeHelp')}
        value={datetime}
        onChange={(day) => onChange({ datetime: day, asOf })}
      />
      <DayField
        title={t('times.asOf')}
        help={t('times.asOfHelp')}
        value={asOf}
        onChange={(day) => onChange({ datetime, asOf: day })}
      />
      {sentences.map((sentence) => (
        <p key={sentence} className="ds-validation-message" role="alert" dir="auto">
          {sentence}
        </p>
      ))}
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        disabled={!isPast}
        onClick={() => onChange({ datetime: undefined, asOf: undefined })}
      >
        {t('times.now')}
      </button>
    </Menu>
  );
}

interface DayFieldProps {
  readonly title: string;
  readonly help: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function DayField({ title, help, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        type="date"
        className="ds-input"
        aria-describedby={`${id}-help`}
        value={value?.slice(0, 10) ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
      <span id={`${id}-help`} className="help">
        {help}
      </span>
    </div>
  );
}
