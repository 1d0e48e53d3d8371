import { defineCatalogue } from '../catalogue.ts';
import { changes as ar } from './ar/changes.ts';
import { changes as az } from './az/changes.ts';
import { changes as en } from './en/changes.ts';
import { changes as fa } from './fa/changes.ts';

/** Words of the change feed and of its webhooks. */
export const changesMessages = defineCatalogue({ en, az, ar, fa });
