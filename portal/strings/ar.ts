import { catalogue } from './ar/catalogue.ts';
import { changes } from './ar/changes.ts';
import { check } from './ar/check.ts';
import { evidence } from './ar/evidence.ts';
import { frame } from './ar/frame.ts';
import { home } from './ar/home.ts';
import { lineage } from './ar/lineage.ts';
import { map } from './ar/map.ts';
import { print } from './ar/print.ts';
import { promises } from './ar/promises.ts';
import { record } from './ar/record.ts';
import { register } from './ar/register.ts';
import { releases } from './ar/releases.ts';
import { session } from './ar/session.ts';
import { times } from './ar/times.ts';
import { webhooks } from './ar/webhooks.ts';
import type { Catalogue } from './en.ts';

/** Arabic catalogue. */
export const ar: Catalogue = {
  ...catalogue,
  ...frame,
  ...home,
  ...map,
  ...register,
  ...record,
  ...print,
  ...promises,
  ...evidence,
  ...session,
  ...check,
  ...lineage,
  ...times,
  ...releases,
  ...changes,
  ...webhooks,
};
