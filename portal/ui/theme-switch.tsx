import { useState } from 'react';
import { useLanguage } from './language-context.tsx';
import { applyTheme, storedTheme, type ThemeChoice, themeChoices } from './theme.ts';

/** Goes round: as the device, light, dark. The name of the present one is read out. */
export function ThemeSwitch() {
  const { t } = useLanguage();
  const [choice, setChoice] = useState<ThemeChoice>(storedTheme);
  const next = themeChoices[(themeChoices.indexOf(choice) + 1) % themeChoices.length] ?? 'auto';
  const choose = () => {
    applyTheme(next);
    setChoice(next);
  };
  const name = `${t('app.theme')}: ${t(`theme.${choice}`)}`;
  return (
    <button
      type="button"
      className="ds-button theme-switch"
      data-variant="tertiary"
      data-icon
      aria-label={name}
      title={name}
      onClick={choose}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="8.25" className="theme-ring" />
        {choice === 'auto' && <path d="M12 4a8 8 0 0 1 0 16z" />}
        {choice === 'dark' && <circle cx="12" cy="12" r="8" />}
        {choice === 'light' && <circle cx="12" cy="12" r="3.5" />}
      </svg>
    </button>
  );
}
