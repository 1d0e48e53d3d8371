import { catalogue } from './az/catalogue.ts';
import { changes } from './az/changes.ts';
import { check } from './az/check.ts';
import { evidence } from './az/evidence.ts';
import { frame } from './az/frame.ts';
import { home } from './az/home.ts';
import { lineage } from './az/lineage.ts';
import { map } from './az/map.ts';
import { print } from './az/print.ts';
import { promises } from './az/promises.ts';
import { record } from './az/record.ts';
import { register } from './az/register.ts';
import { releases } from './az/releases.ts';
import { session } from './az/session.ts';
import { times } from './az/times.ts';
import { webhooks } from './az/webhooks.ts';
import type { Catalogue } from './en.ts';

/** Azerbaijani catalogue. */
export const az: Catalogue = {
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
