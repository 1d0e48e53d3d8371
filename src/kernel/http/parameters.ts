import { type Params, Problem, type Violation } from '../errors.ts';

/** A parameter's value, or why it cannot be one. */
export type Parsed<T> = { readonly value: T } | { readonly code: string; readonly params?: Params };

/** Reads the text of one parameter. */
export type Parser<T> = (text: string) => Parsed<T>;

// biome-ignore lint/suspicious/noExplicitAny: parsers of any value stand side by side.
export type ParameterSpec = Readonly<Record<string, Parser<any>>>;

/** Values by parameter name, as far as they were given. */
export type Values<S extends ParameterSpec> = {
  readonly [Name in keyof S]?: S[Name] extends Parser<infer T> ? T : never;
};

export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What could be read of a query, and everything that is wrong with it. */
export interface ReadParameters<S extends ParameterSpec> {
  readonly values: Values<S>;
  readonly violations: readonly Violation[];
}

/**
 * Reads a query strictly: unknown parameters are refused and told what is allowed (OGC 17-069r4, 7.15.1:
 * `/req/core/query-param-unknown`), and so are repeated ones and values that do not fit (`query-param-invalid`).
 *
 * @param others parameters that are read as well where `spec` has none of their name
 */
export function readParameters<S extends ParameterSpec>(
  query: RawQuery,
  spec: S,
  others: ParameterSpec = {},
): ReadParameters<S> {
  const values: Record<string, unknown> = {};
  const violations: Violation[] = [];
  for (const [name, text] of Object.entries(query)) {
    const pointer = `parameter:${name}`;
    const parse = Object.hasOwn(spec, name)
      ? spec[name]
      : Object.hasOwn(others, name)
        ? others[name]
        : undefined;
    if (parse === undefined) {
      const allowed = Object.keys({ ...spec, ...others }).join(', ');
      violations.push({ pointer, code: 'parameter-unknown', params: { name, allowed } });
    } else if (typeof text !== 'string') {
      violations.push({ pointer, code: 'parameter-repeated', params: { name } });
    } else {
      const parsed = parse(text);
      if ('value' in parsed) values[name] = parsed.value;
      else violations.push({ pointer, code: parsed.code, params: { value: clip(text), ...parsed.params } });
    }
  }
  return { values: values as Values<S>, violations };
}

/** Like `readParameters`. @throws {Problem} `invalid-parameter` with all violations. */
export function requireParameters<S extends ParameterSpec>(query: RawQuery, spec: S): Values<S> {
  const { values, violations } = readParameters(query, spec);
  if (violations.length > 0) throw new Problem('invalid-parameter', {}, violations);
  return values;
}

/** At most 80 characters of a value, as a sentence quotes it. */
export function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export const anyText: Parser<string> = (text) =>
  text.includes('\0') ? { code: 'characters-not-allowed' } : { value: text };

export const trueOrFalse: Parser<boolean> = (text) =>
  text === 'true' || text === 'false'
    ? { value: text === 'true' }
    : { code: 'not-allowed', params: { allowed: 'true, false' } };

export function oneOf<T extends string>(...allowed: readonly T[]): Parser<T> {
  return (text) =>
    (allowed as readonly string[]).includes(text)
      ? { value: text as T }
      : { code: 'not-allowed', params: { allowed: allowed.join(', ') } };
}

/** A whole number of at least `minimum`; more than `maximum` counts as `maximum` (`/req/core/fc-limit-response-1`). */
export function countUpTo(minimum: number, maximum: number): Parser<number> {
  return (text) => {
    if (!/^\d{1,20}$/.test(text) || Number(text) < minimum)
      return { code: 'count', params: { minimum, maximum } };
    return { value: Math.min(Number(text), maximum) };
  };
}
