import { hashLength } from './merkle-hash.ts';
import type { TreeHead } from './merkle-verify.ts';
import { type Note, parseNote } from './note.ts';

/** What a log signs: who it is, how many entries it has, and the root over them. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

/** The text of a checkpoint's note: three lines (C2SP tlog-checkpoint, "Note text"). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads the text of a checkpoint; lines after the third are allowed and mean nothing here. */
export function parseCheckpointText(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  const [origin = '', size = '', encoded = ''] = lines;
  if (lines.length < 4 || lines.slice(0, -1).includes('') || lines.at(-1) !== '') return undefined;
  const root = Buffer.from(encoded, 'base64');
  if (root.length !== hashLength || root.toString('base64') !== encoded) return undefined;
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  return { origin, size: Number(size), root: Uint8Array.from(root) };
}

/** A checkpoint with the note that it stands in. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

/** Reads a signed checkpoint; undefined where it is none. No signature is checked yet. */
export function parseCheckpoint(text: string): SignedCheckpoint | undefined {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpointText(note.text);
  return checkpoint && { checkpoint, note };
}
