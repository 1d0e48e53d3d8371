import { defineCatalogue } from '../catalogue.ts';
import { filters as ar } from './ar/filters.ts';
import { filters as az } from './az/filters.ts';
import { filters as en } from './en/filters.ts';
import { filters as fa } from './fa/filters.ts';

/** What can be wrong with a filter in CQL2. */
export const filtersMessages = defineCatalogue({ en, az, ar, fa });
