import { defineCatalogue } from '../catalogue.ts';
import { rules as ar } from './ar/rules.ts';
import { rules as az } from './az/rules.ts';
import { rules as en } from './en/rules.ts';
import { rules as fa } from './fa/rules.ts';

/** What rules of registers say of themselves, and what rules, lineage and batches refuse. */
export const rulesMessages = defineCatalogue({ en, az, ar, fa });
