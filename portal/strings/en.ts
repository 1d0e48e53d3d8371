import { catalogue } from './en/catalogue.ts';
import { changes } from './en/changes.ts';
import { check } from './en/check.ts';
import { evidence } from './en/evidence.ts';
import { frame } from './en/frame.ts';
import { home } from './en/home.ts';
import { lineage } from './en/lineage.ts';
import { map } from './en/map.ts';
import { print } from './en/print.ts';
import { promises } from './en/promises.ts';
import { record } from './en/record.ts';
import { register } from './en/register.ts';
import { releases } from './en/releases.ts';
import { session } from './en/session.ts';
import { times } from './en/times.ts';
import { webhooks } from './en/webhooks.ts';

/** English catalogue, a file a room: the list of keys that every other language must have (ICU MessageFormat). */
export const en = {
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
} as const;

export type MessageKey = keyof typeof en;

/** A complete set of sentences; a language that lacks one does not compile. */
export type Catalogue = Readonly<Record<MessageKey, string>>;
