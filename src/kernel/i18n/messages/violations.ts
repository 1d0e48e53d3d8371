import { defineCatalogue } from '../catalogue.ts';
import { violations as ar } from './ar/violations.ts';
import { violations as az } from './az/violations.ts';
import { violations as en } from './en/violations.ts';
import { violations as fa } from './fa/violations.ts';

/** What can be wrong with a parameter or a record, and what would be right. */
export const violationsMessages = defineCatalogue({ en, az, ar, fa });
