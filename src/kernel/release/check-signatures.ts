import { createHash } from 'node:crypto';
import { type Checkpoint, parseCheckpoint } from '../log/proof/checkpoint.ts';
import { type Note, parseNote, signersOf } from '../log/proof/note.ts';
import { isSignedBy, parseVerifierKey, type VerifierKey } from '../log/proof/verifier-key.ts';
import { checkpointFile, noteFile, noteText } from './manifest.ts';
import type { ReleaseFinding } from './release-report.ts';
import { type ReleaseSource, textFrom } from './release-source.ts';

/** File with the verifier keys of the log and its witnesses, a line each, for who has none from elsewhere. */
export const keysFile = 'keys';

/** Keys that decide, and all that lines may be of. */
export interface KnownKeys {
  readonly deciding: readonly VerifierKey[];
  readonly known: readonly VerifierKey[];
  readonly findings: readonly ReleaseFinding[];
}

/** The keys that the checker has from elsewhere, or else those that came along. */
export async function keysOf(source: ReleaseSource, trusted: readonly VerifierKey[]): Promise<KnownKeys> {
  const lines = ((await textFrom(source, keysFile)) ?? '').split('\n').filter((line) => line !== '');
  const along = lines.flatMap((line) => parseVerifierKey(line) ?? []);
  return {
    deciding: trusted.length > 0 ? trusted : along,
    known: [...trusted, ...along],
    findings: along.length < lines.length ? [{ kind: 'keys', file: keysFile }] : [],
  };
}

/**
 * Checks who signed a manifest. Every line of the note must be of a key that is known: otherwise a damaged line would pass
 * as one of a stranger.
 */
export async function checkNote(
  source: ReleaseSource,
  type: string,
  manifest: Uint8Array,
  { deciding, known }: KnownKeys,
): Promise<{ readonly findings: readonly ReleaseFinding[]; readonly signedBy: readonly string[] }> {
  const id = createHash('sha256').update(manifest).digest('hex');
  const note = parseNote((await textFrom(source, noteFile)) ?? '');
  const isSigned = note?.text === noteText(type, id) && isAllKnown(note, known);
  const signedBy = isSigned ? signersOf(note, deciding).map((key) => key.id) : [];
  return { findings: signedBy.length > 0 ? [] : [{ kind: 'note', file: noteFile }], signedBy };
}

/** Checks the signed tree that a release stands on; its lines, those of witnesses too, must all be of known keys. */
export async function checkCheckpoint(
  source: ReleaseSource,
  { deciding, known }: KnownKeys,
): Promise<{ readonly findings: readonly ReleaseFinding[]; readonly checkpoint?: Checkpoint }> {
  const signed = parseCheckpoint((await textFrom(source, checkpointFile)) ?? '');
  const ours = deciding.filter(({ name }) => name === signed?.checkpoint.origin);
  const isSound = signed && isAllKnown(signed.note, known) && signersOf(signed.note, ours).length > 0;
  if (!isSound) return { findings: [{ kind: 'checkpoint', file: checkpointFile }] };
  return { findings: [], checkpoint: signed.checkpoint };
}

function isAllKnown(note: Note, known: readonly VerifierKey[]): boolean {
  return note.signatures.every(({ name, id, signature }) =>
    known.some((key) => key.name === name && key.id === id && isSignedBy(key, note.text, signature)),
  );
}
