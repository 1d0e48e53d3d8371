import { isKeyName, isSignedBy, type VerifierKey } from './verifier-key.ts';

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly id: string;
  readonly signature: Uint8Array;
}

/** Text with the signatures under it (C2SP signed-note). The text ends in a newline. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** More signatures than this are not read; the specification asks for at least 16. */
const mostSignatures = 64;

export function formatSignature({ name, id, signature }: NoteSignature): string {
  return `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`;
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** Reads a note; undefined where it is not one. No signature is checked yet. */
export function parseNote(note: string): Note | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note must not contain.
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note) || !note.isWellFormed()) return undefined;
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) return undefined;
  const signatures = lines.map(parseSignature);
  if (signatures.includes(undefined)) return undefined;
  return { text: note.slice(0, end + 1), signatures: signatures as NoteSignature[] };
}

function parseSignature(line: string): NoteSignature | undefined {
  const match = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u.exec(line);
  if (!match) return undefined;
  const [, name = '', encoded = ''] = match;
  const bytes = Buffer.from(encoded, 'base64');
  if (!isKeyName(name) || bytes.length < 5 || bytes.toString('base64') !== encoded) return undefined;
  return { name, id: bytes.toString('hex', 0, 4), signature: Uint8Array.from(bytes.subarray(4)) };
}

/**
 * Keys out of `known` that signed a note. Signatures of other keys are passed over; none at all comes back where one of
 * a known key is wrong, since such a note is to be refused as a whole (C2SP signed-note, "Signatures").
 */
export function signersOf(note: Note, known: readonly VerifierKey[]): readonly VerifierKey[] {
  const signers = new Set<VerifierKey>();
  for (const { name, id, signature } of note.signatures) {
    const key = known.find((each) => each.name === name && each.id === id);
    if (key === undefined) continue;
    if (!isSignedBy(key, note.text, signature)) return [];
    signers.add(key);
  }
  return [...signers];
}
