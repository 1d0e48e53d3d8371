import { defineCatalogue } from '../catalogue.ts';
import { catalogue as ar } from './ar/catalogue.ts';
import { catalogue as az } from './az/catalogue.ts';
import { catalogue as en } from './en/catalogue.ts';
import { catalogue as fa } from './fa/catalogue.ts';

/** Words of the catalogue, its themes and their maturity. */
export const catalogueMessages = defineCatalogue({ en, az, ar, fa });
