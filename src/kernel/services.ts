import type { Clock } from './clock.ts';
import type { Database } from './db/database.ts';
import type { Writer } from './log/intent.ts';
import type { Reader } from './query/question.ts';
import type { Registry } from './register/register.ts';

/** What every door is given: the registers, who answers, who writes. */
export interface Services {
  readonly database: Database;
  readonly registry: Registry;
  readonly reader: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
}
