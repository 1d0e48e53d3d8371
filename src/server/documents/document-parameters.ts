import type { AttachTarget, DocumentDetails } from '../../kernel/documents/keep-document.ts';
import {
  oneOf,
  type Parser,
  type RawQuery,
  requireParameters,
  trueOrFalse,
} from '../../kernel/http/parameters.ts';

/** What a sender says of a document beside its bytes. */
export interface AskedDocument {
  readonly details: DocumentDetails;
  readonly to: AttachTarget | undefined;
  readonly legalBasis: string | undefined;
  readonly dryRun: boolean | undefined;
}

const words =
  (longest: number): Parser<string> =>
  (text) =>
    text.trim() !== '' && text.length <= longest && !/\p{Cc}/u.test(text) && text.isWellFormed()
      ? { value: text.trim() }
      : { code: 'characters-not-allowed' };

/** `register/record`; a record's id may itself have slashes. */
const target: Parser<AttachTarget> = (text) => {
  const [, register, record] = /^([a-z0-9_-]{1,100})\/(.+)$/s.exec(text) ?? [];
  if (register === undefined || record === undefined)
    return { code: 'not-allowed', params: { allowed: 'register/record' } };
  return { value: { register, record } };
};

const date: Parser<string> = (text) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? { value: text }
    : { code: 'not-allowed', params: { allowed: 'YYYY-MM-DD' } };

/** Reads the query of `POST /documents` and the fields of a form. @throws {Problem} with everything that is wrong */
export function readDocumentParameters(query: RawQuery): AskedDocument {
  const { to, legalBasis, dryRun, ...details } = requireParameters(query, {
    title: words(500),
    fileName: words(255),
    issuer: words(500),
    issued: date,
    source: words(1000),
    secrecy: oneOf('public', 'restricted'),
    label: oneOf('real', 'derived', 'approximate', 'synthetic'),
    legalBasis: words(1000),
    to: target,
    dryRun: trueOrFalse,
  });
  return { details, to, legalBasis, dryRun };
}
