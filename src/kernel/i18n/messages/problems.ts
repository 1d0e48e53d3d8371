import { defineCatalogue } from '../catalogue.ts';
import { problems as ar } from './ar/problems.ts';
import { problems as az } from './az/problems.ts';
import { problems as en } from './en/problems.ts';
import { problems as fa } from './fa/problems.ts';

/** Title and sentence of every problem. */
export const problemsMessages = defineCatalogue({ en, az, ar, fa });
