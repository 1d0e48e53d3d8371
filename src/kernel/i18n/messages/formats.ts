import { defineCatalogue } from '../catalogue.ts';
import { formats as ar } from './ar/formats.ts';
import { formats as az } from './az/formats.ts';
import { formats as en } from './en/formats.ts';
import { formats as fa } from './fa/formats.ts';

/** Sentences for reading and writing files: `problem.` of one record, `file.` of the whole, `repair.` of what was changed. */
export const formatsMessages = defineCatalogue({ en, az, ar, fa });
