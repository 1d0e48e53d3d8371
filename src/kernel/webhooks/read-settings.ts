import { type Params, Problem, type Violation } from '../errors.ts';
import { isObject } from '../http/json-body.ts';
import { changeKinds } from '../log/feed/change.ts';
import { openFeed } from '../log/feed/open-feed.ts';
import { filterLanguages } from '../query/filter.ts';
import { FilterError } from '../query/filter-error.ts';
import type { Register, Registry } from '../register/register.ts';
import { isSecret } from './signature.ts';
import { type TargetPolicy, targetFault } from './target-guard.ts';
import { questionOf, type WebhookSettings } from './webhook.ts';

/** What somebody wants of a webhook: settings, and where in the log it is to begin. */
export interface WebhookWish {
  readonly settings: Partial<WebhookSettings>;
  readonly secret?: string;
  readonly since?: number;
}

export const webhookDefaults: Omit<WebhookSettings, 'title' | 'target'> = {
  registers: null,
  filter: null,
  filterLang: 'cql2-text',
  bbox: null,
  types: changeKinds,
  audience: 'public',
  maxAttempts: 12,
  onDeadLetter: 'skip',
  state: 'active',
};

type Fault = { readonly code: string; readonly params?: Params };
type Check = (value: unknown) => Fault | undefined;

const shown = (value: unknown) =>
  String(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);

const text =
  (longest: number): Check =>
  (value): Fault | undefined => {
    if (typeof value !== 'string' || value.trim() === '' || !value.isWellFormed() || value.includes('\0'))
      return { code: 'type-string', params: { value: shown(value) } };
    return value.length > longest
      ? { code: 'too-long', params: { length: value.length, maximum: longest } }
      : undefined;
  };

const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value)
      ? undefined
      : { code: 'not-allowed', params: { value: shown(value), allowed: allowed.join(', ') } };

const whole =
  (minimum: number, maximum: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum
      ? undefined
      : { code: 'count', params: { value: shown(value), minimum, maximum } };

const listOf =
  (member: Check): Check =>
  (value): Fault | undefined => {
    if (!Array.isArray(value) || value.length === 0 || value.length > 1000)
      return { code: 'type-array', params: { value: shown(value) } };
    return value.map(member).find((fault) => fault !== undefined);
  };

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value);

const box: Check = (value): Fault | undefined => {
  const numbers =
    Array.isArray(value) && value.length === 4 && value.every(Number.isFinite) ? value : undefined;
  if (!numbers) return { code: 'bbox', params: { value: shown(value) } };
  const [west, south, east, north] = numbers as [number, number, number, number];
  if (south > north) return { code: 'bbox-order', params: { south, north } };
  return Math.abs(west) > 180 || Math.abs(east) > 180 || south < -90 || north > 90
    ? { code: 'bbox-range' }
    : undefined;
};

function checks(registry: Registry, policy: TargetPolicy): Readonly<Record<string, Check>> {
  const register: Check = (id): Fault | undefined =>
    registry.all().some((each: Register) => each.id === id)
      ? undefined
      : {
          code: 'not-allowed',
          params: {
            value: shown(id),
            allowed: registry
              .all()
              .map(({ id: known }) => known)
              .join(', '),
          },
        };
  const target: Check = (value): Fault | undefined => {
    const fault = text(2000)(value);
    if (fault) return fault;
    const code = targetFault(String(value), policy);
    return code === undefined ? undefined : { code, params: { value: shown(value) } };
  };
  return {
    title: text(200),
    target,
    registers: orNull(listOf(register)),
    filter: orNull(text(8000)),
    filterLang: oneOf(...filterLanguages),
    bbox: orNull(box),
    types: listOf(oneOf(...changeKinds)),
    audience: oneOf('public', 'administrator'),
    maxAttempts: whole(1, 50),
    onDeadLetter: oneOf('skip', 'pause'),
    state: oneOf('active', 'paused'),
    since: whole(0, Number.MAX_SAFE_INTEGER),
    secret: (value) =>
      typeof value === 'string' && isSecret(value) ? undefined : { code: 'webhook-secret' },
  };
}

/**
 * Reads a wish from a JSON body; `required` names what must be said.
 * @throws {Problem} `invalid-body` with everything that is wrong
 */
export function readWish(
  body: unknown,
  registry: Registry,
  policy: TargetPolicy,
  required: readonly string[] = [],
): WebhookWish {
  if (!isObject(body)) throw new Problem('invalid-body', {}, [{ pointer: '', code: 'not-an-object' }]);
  const known = checks(registry, policy);
  const violations: Violation[] = required
    .filter((name) => body[name] === undefined)
    .map((field) => ({ pointer: `/${field}`, code: 'required', params: { field } }));
  for (const [name, value] of Object.entries(body)) {
    const check = known[name];
    const allowed = Object.keys(known).join(', ');
    const fault = check
      ? check(value)
      : { code: 'member-unknown', params: { value: name.slice(0, 80), allowed } };
    if (fault) violations.push({ pointer: `/${name}`, ...fault });
  }
  if (violations.length > 0) throw new Problem('invalid-body', {}, violations);
  const { secret, since, ...settings } = body as Record<string, never>;
  return { settings, ...(secret !== undefined && { secret }), ...(since !== undefined && { since }) };
}

/** Whether the log can be asked what a webhook asks. @throws {Problem} `invalid-body`, `register-not-found` */
export async function checkQuestion(
  registry: Registry,
  settings: Parameters<typeof questionOf>[0],
): Promise<void> {
  const fail = (violations: readonly Violation[]) => {
    throw new Problem('invalid-body', {}, violations);
  };
  if (settings.filter !== null && settings.registers === null)
    fail([{ pointer: '/filter', code: 'changes-filter-needs-registers' }]);
  await openFeed(registry, questionOf(settings)).catch((error) => {
    if (!(error instanceof FilterError)) throw error;
    fail(error.violations.map((violation) => ({ ...violation, pointer: '/filter' })));
  });
}
