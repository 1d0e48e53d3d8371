import { defineCatalogue } from '../../../kernel/i18n/catalogue.ts';
import { ar } from './ar.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';

export const spectrumMessages = defineCatalogue({ az, en, ar, fa });
