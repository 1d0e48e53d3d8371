import type { Language } from '../../src/kernel/i18n/language.ts';
import type { Catalogue } from './en.ts';

/** Sentences of one language; only the reader's language travels to the browser. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'az':
      return (await import('./az.ts')).az;
    case 'en':
      return (await import('./en.ts')).en;
    case 'ar':
      return (await import('./ar.ts')).ar;
    case 'fa':
      return (await import('./fa.ts')).fa;
  }
}
