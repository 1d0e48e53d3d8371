import { message } from '../../kernel/i18n/message.ts';
import type { RequestContext } from './context.ts';

/** The way from the landing page to the list of registers. */
export function registersTrail({ base, language, settings }: RequestContext) {
  return [
    { title: settings.title[language], href: `${base}/` },
    { title: message(language, 'page.registers'), href: `${base}/collections` },
  ];
}
