import type { Catalogue } from './en.ts';
import { catalogue } from './fa/catalogue.ts';
import { changes } from './fa/changes.ts';
import { check } from './fa/check.ts';
import { evidence } from './fa/evidence.ts';
import { frame } from './fa/frame.ts';
import { home } from './fa/home.ts';
import { lineage } from './fa/lineage.ts';
import { map } from './fa/map.ts';
import { print } from './fa/print.ts';
import { promises } from './fa/promises.ts';
import { record } from './fa/record.ts';
import { register } from './fa/register.ts';
import { releases } from './fa/releases.ts';
import { session } from './fa/session.ts';
import { times } from './fa/times.ts';
import { webhooks } from './fa/webhooks.ts';

/** Persian catalogue. */
export const fa: Catalogue = {
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
