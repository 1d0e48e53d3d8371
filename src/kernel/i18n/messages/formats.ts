import { formatsAr } from './formats-ar.ts';
import { formatsAz } from './formats-az.ts';
import { formatsEn } from './formats-en.ts';
import { formatsFa } from './formats-fa.ts';

/** Sentences for reading and writing files: `problem.` of one record, `file.` of the whole, `repair.` of what was changed. */
export const formatsMessages = { en: formatsEn, az: formatsAz, ar: formatsAr, fa: formatsFa };
