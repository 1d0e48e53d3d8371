import { createHash } from 'node:crypto';
import { type Checkpoint, parseCheckpoint } from '../log/proof/checkpoint.ts';
import { type Note, parseNote, signersOf } from '../log/proof/note.ts';
import { isSignedBy, parseVerifierKey, type VerifierKey } from '../log/proof/verifier-key.ts';
import { checkpointFile, noteFile, noteText } from './manifest.ts';
import type { ReleaseFinding } from './release-report.ts';
import { type ReleaseSource, textFrom } from './release-source.ts';

/** File with the verifier keys of the log and its witnesses, a line each, for who has none from elsewhere. */
export const keysFile = 'keys';

export interface Signatures {
  readonly findings: readonly ReleaseFinding[];
  readonly signedBy: readonly string[];
  /** The signed tree, where its signature holds. */
  readonly checkpoint?: Checkpoint;
}

/**
 * Checks who signed a manifest and the tree that it stands on. Every line of both notes must be of a key that is known:
 * otherwise a damaged line would pass as one of a stranger.
 */
export async function checkSignatures(
  source: ReleaseSource,
  type: string,
  manifest: Uint8Array,
  trusted: readonly VerifierKey[],
): Promise<Signatures> {
  const findings: ReleaseFinding[] = [];
  const lines = ((await textFrom(source, keysFile)) ?? '').split('\n').filter((line) => line !== '');
  const along = lines.flatMap((line) => parseVerifierKey(line) ?? []);
  if (along.length < lines.length) findings.push({ kind: 'keys', file: keysFile });
  const deciding = trusted.length > 0 ? trusted : along;
  const known = [...trusted, ...along];

  const id = createHash('sha256').update(manifest).digest('hex');
  const note = parseNote((await textFrom(source, noteFile)) ?? '');
  const signers =
    note?.text === noteText(type, id) && isAllKnown(note, known) ? signersOf(note, deciding) : [];
  if (signers.length === 0) findings.push({ kind: 'note', file: noteFile });

  const signed = parseCheckpoint((await textFrom(source, checkpointFile)) ?? '');
  const ours = deciding.filter(({ name }) => name === signed?.checkpoint.origin);
  const isSound = signed && isAllKnown(signed.note, known) && signersOf(signed.note, ours).length > 0;
  if (!isSound) findings.push({ kind: 'checkpoint', file: checkpointFile });
  return {
    findings,
    signedBy: signers.map(({ id: key }) => key),
    ...(isSound && { checkpoint: signed.checkpoint }),
  };
}

function isAllKnown(note: Note, known: readonly VerifierKey[]): boolean {
  return note.signatures.every(({ name, id, signature }) =>
    known.some((key) => key.name === name && key.id === id && isSignedBy(key, note.text, signature)),
  );
}
