/** What the server says when it refuses (RFC 9457), kept whole so that its sentence can stand at the place. */
export interface ProblemDocument {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly errors?: readonly ProblemDetail[];
}

export interface ProblemDetail {
  /** JSON pointer, or `parameter:name`. */
  readonly pointer: string;
  readonly code?: string;
  readonly detail?: string;
  /** GeoJSON of what offends. */
  readonly geometry?: unknown;
  /** The record that it cannot stand beside. */
  readonly other?: { readonly register: string; readonly record: string };
}

/** An answer that is not 2xx; `status` is 0 where no answer came at all. */
export class RequestError extends Error {
  readonly status: number;
  readonly problem: ProblemDocument | undefined;

  constructor(status: number, problem?: ProblemDocument) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.name = 'RequestError';
    this.status = status;
    this.problem = problem;
  }
}

/** Sentences of a refusal that belong to one query parameter; all of them where `parameter` is left out. */
export function sentencesOf(error: unknown, parameter?: string): readonly string[] {
  if (!(error instanceof RequestError) || error.problem === undefined) return [];
  const { errors = [], detail, title } = error.problem;
  const about = errors.filter(({ pointer }) => parameter === undefined || namesParameter(pointer, parameter));
  const sentences = about.flatMap((entry) => entry.detail ?? []);
  if (sentences.length > 0 || parameter !== undefined) return sentences;
  const whole = detail ?? title;
  return whole === undefined ? [] : [whole];
}

function namesParameter(pointer: string, parameter: string): boolean {
  return new RegExp(`(^|[:/?#])${parameter}($|[/:.#])`).test(pointer);
}
