import { isLanguage, languages } from '../../src/kernel/i18n/language.ts';
import { languageNames } from '../strings/locale.ts';
import { useLanguage } from './language-context.tsx';

/** Chooses the language; each is named in its own words, so that it can be found by who needs it. */
export function LanguageSwitch() {
  const { language, choose, t } = useLanguage();
  return (
    <select
      className="ds-input header-select"
      aria-label={t('app.language')}
      value={language}
      onChange={({ target }) => isLanguage(target.value) && choose(target.value)}
    >
      {languages.map((candidate) => (
        <option key={candidate} value={candidate} lang={candidate}>
          {languageNames[candidate]}
        </option>
      ))}
    </select>
  );
}
