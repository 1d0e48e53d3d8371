/** The catalogue of problems: each has a stable id and the HTTP status that it is answered with. */
export const problems = {
  'bad-request': 400,
  'invalid-parameter': 400,
  'invalid-filter': 400,
  'invalid-body': 400,
  'not-authorised': 401,
  forbidden: 403,
  'not-found': 404,
  'register-not-found': 404,
  'record-not-found': 404,
  'record-erased': 410,
  'webhook-not-found': 404,
  'dead-letter-not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  timeout: 503,
  gone: 410,
  conflict: 409,
  'record-exists': 409,
  'register-exists': 409,
  'precondition-failed': 412,
  'precondition-required': 428,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-record': 422,
  'import-refused': 422,
  'document-infected': 422,
  'no-evidence-field': 422,
  'range-not-satisfiable': 416,
  'too-complex': 400,
  'scanner-unavailable': 503,
  'documents-unavailable': 503,
  busy: 503,
  'not-ready': 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ProblemId = keyof typeof problems;

export type Params = Readonly<Record<string, string | number>>;

/** One thing that is wrong: where (JSON pointer, or `parameter:name`), a stable code, and what the sentence needs. */
export interface Violation {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Params;
  /** GeoJSON of what offends, in CRS84. */
  readonly geometry?: unknown;
  /** The record that it cannot stand beside. */
  readonly other?: { readonly register: string; readonly record: string };
}

/** A refusal that every door can say: rendered once, as RFC 9457 problem details, in the reader's language. */
export class Problem extends Error {
  readonly id: ProblemId;
  readonly params: Params;
  readonly violations: readonly Violation[];

  constructor(id: ProblemId, params: Params = {}, violations: readonly Violation[] = []) {
    super(
      `${id}${violations.length > 0 ? `: ${violations.map((v) => `${v.pointer} ${v.code}`).join(', ')}` : ''}`,
    );
    this.name = 'Problem';
    this.id = id;
    this.params = params;
    this.violations = violations;
  }

  get status(): number {
    return problems[this.id];
  }
}
