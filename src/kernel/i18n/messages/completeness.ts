import { defineCatalogue } from '../catalogue.ts';
import { completeness as ar } from './ar/completeness.ts';
import { completeness as az } from './az/completeness.ts';
import { completeness as en } from './en/completeness.ts';
import { completeness as fa } from './fa/completeness.ts';

/** How many there were, and who answers for it. */
export const completenessMessages = defineCatalogue({ en, az, ar, fa });
