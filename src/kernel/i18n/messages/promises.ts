import { defineCatalogue } from '../catalogue.ts';
import { promises as ar } from './ar/promises.ts';
import { promises as az } from './az/promises.ts';
import { promises as en } from './en/promises.ts';
import { promises as fa } from './fa/promises.ts';

/** Words about promises and how they stand. */
export const promisesMessages = defineCatalogue({ en, az, ar, fa });
