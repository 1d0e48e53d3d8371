import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { directionOf, type Language } from '../../src/kernel/i18n/language.ts';
import type { Catalogue } from '../strings/en.ts';
import { createTranslator, type Translate } from '../strings/translator.ts';
import { createFormats, type Formats } from './formats.ts';

/** The reader's language with everything that depends on it: sentences, numerals, dates, direction. */
export interface LanguageContext {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly t: Translate;
  readonly formats: Formats;
  readonly choose: (language: Language) => void;
}

const Context = createContext<LanguageContext | undefined>(undefined);

interface ProviderProps {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly choose: (language: Language) => void;
  readonly children: ReactNode;
}

export function LanguageProvider({ language, catalogue, choose, children }: ProviderProps) {
  const value = useMemo(
    () => ({
      language,
      direction: directionOf(language),
      t: createTranslator(language, catalogue),
      formats: createFormats(language),
      choose,
    }),
    [language, catalogue, choose],
  );
  return <Context value={value}>{children}</Context>;
}

export function useLanguage(): LanguageContext {
  const value = useContext(Context);
  if (value === undefined) throw new Error('useLanguage needs a LanguageProvider above it');
  return value;
}
