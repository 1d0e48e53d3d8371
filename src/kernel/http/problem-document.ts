import type { Problem, Violation } from '../errors.ts';
import type { Language } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';

/** Problem details (RFC 9457) with everything that is wrong, each with what would be right. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly errors?: readonly ProblemError[];
}

export interface ProblemError {
  /** JSON pointer into the body, or `parameter:name`. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
  /** GeoJSON in longitude/latitude of what offends. */
  readonly geometry?: unknown;
  /** The record that it cannot stand beside. */
  readonly other?: { readonly register: string; readonly record: string };
}

/** Says a problem in the reader's language. `base` is the server's URL, without a slash at the end. */
export function problemDocument(
  problem: Problem,
  language: Language,
  base = '',
  instance?: string,
): ProblemDocument {
  const errors = problem.violations.map((violation) => problemError(violation, language));
  return {
    type: `${base}/problems/${problem.id}`,
    title: message(language, `problem.${problem.id}.title`),
    status: problem.status,
    detail: message(language, `problem.${problem.id}.detail`, problem.params),
    ...(instance === undefined ? {} : { instance }),
    ...(errors.length === 0 ? {} : { errors }),
  };
}

function problemError(violation: Violation, language: Language): ProblemError {
  const { pointer, code, params, geometry, other } = violation;
  return {
    pointer,
    code,
    detail: violationSentence(violation, language) ?? Object.values(params ?? {}).join(', '),
    ...(geometry === undefined ? {} : { geometry }),
    ...(other === undefined ? {} : { other }),
  };
}

/** The sentence of a violation; rules of a register bring theirs along. */
export function violationSentence({ code, params }: Violation, language: Language): string | undefined {
  const own = params?.[`sentence_${language}`];
  if (own !== undefined) return String(own);
  const key = `violation.${code}`;
  return message.has(key) ? message(language, key, params) : undefined;
}
