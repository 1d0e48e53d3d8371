import { message } from '../../kernel/i18n/message.ts';
import type { RecordsContext } from './context.ts';

/** The way from the landing page to the catalogue, and into it. */
export function catalogueTrail({ base, language, settings }: RecordsContext, isInside = true) {
  return [
    { title: settings.title[language], href: `${base}/` },
    ...(isInside ? [{ title: message(language, 'catalogue.title'), href: `${base}/catalogue` }] : []),
  ];
}
