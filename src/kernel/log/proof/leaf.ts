import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { Position } from '../entry.ts';
import type { Hash } from './merkle-hash.ts';

/** What the tree says of an entry in clear: everything but its body. */
export interface Envelope {
  readonly position: Position;
  /** Id of the register; definitions of registers and erasures have names of their own, with a colon. */
  readonly register: string;
  readonly record: string;
  readonly valid: { readonly from: string | null; readonly to: string | null };
  readonly recordedAt: string;
  readonly actor: string;
  readonly legalBasis: string | null;
  readonly cause: string;
}

export interface Leaf extends Envelope {
  /** SHA-256(salt ‖ body), in base64. */
  readonly commitment: string;
}

export const saltLength = 16;

/** Text that is committed to: the body as the log keeps it, or `null` for "is absent". */
export function payloadOf(body: string | null): string {
  return body ?? 'null';
}

/**
 * Ties an entry to its body without giving the body away: SHA-256(salt ‖ body). Once body and salt are erased, nobody can
 * tell by trying whether a body is the one that was meant.
 */
export function commitmentOf(salt: Uint8Array, body: string | null): Hash {
  return createHash('sha256').update(salt).update(payloadOf(body)).digest();
}

/** The bytes that are hashed into the tree: canonical JSON (RFC 8785) of the envelope and the commitment. */
export function leafText(envelope: Envelope, commitment: Uint8Array): string {
  return canonicalJson({ ...envelope, commitment: Buffer.from(commitment).toString('base64') });
}
