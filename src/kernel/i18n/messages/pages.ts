import { defineCatalogue } from '../catalogue.ts';
import { pages as ar } from './ar/pages.ts';
import { pages as az } from './az/pages.ts';
import { pages as en } from './en/pages.ts';
import { pages as fa } from './fa/pages.ts';

/** Words of the server-rendered pages. */
export const pagesMessages = defineCatalogue({ en, az, ar, fa });
