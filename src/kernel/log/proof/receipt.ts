import { canonicalJson } from '../canonical-json.ts';
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { commitmentOf, type Leaf, saltLength } from './leaf.ts';
import { hashLeaf, isSameHash } from './merkle-hash.ts';
import { rootOfInclusion } from './merkle-verify.ts';
import { signersOf } from './note.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

export const receiptType = 'ufuq-receipt/1';

/**
 * All that is needed to check, years later and without the server, that an entry said what it says. `leaf` and `body`
 * are texts and not objects, so that whoever checks them hashes them as they are.
 */
export interface Receipt {
  readonly type: typeof receiptType;
  /** Canonical JSON of the leaf. */
  readonly leaf: string;
  /** Canonical JSON of the body, `null` for "is absent"; left out where it is not given. */
  readonly body?: string;
  /** Base64 of the 16 bytes that the body was committed to with. */
  readonly salt?: string;
  /** Why body and salt are left out: erased by law, or not to be seen by who asked. */
  readonly without?: 'erased' | 'withheld';
  /** Hashes from the leaf up to the root, base64 (RFC 9162, 2.1.3). */
  readonly inclusion: readonly string[];
  /** The signed checkpoint (C2SP tlog-checkpoint), with the lines of witnesses. */
  readonly checkpoint: string;
  /** Keys of the log as its server names them; a checker who has a key from elsewhere trusts that one. */
  readonly keys: readonly string[];
}

export type ReceiptFault = 'format' | 'leaf' | 'payload' | 'inclusion' | 'signature' | 'witness';

export interface ReceiptVerdict {
  /** What does not hold; nothing where all does. */
  readonly faults: readonly ReceiptFault[];
  readonly leaf?: Leaf;
  readonly origin?: string;
  readonly size?: number;
  /** Ids of the keys that signed. */
  readonly signedBy: readonly string[];
  /** Names of the witnesses asked about that signed. */
  readonly witnessedBy: readonly string[];
  /** True where the key came from the checker and not with the receipt. */
  readonly isKeyTrusted: boolean;
}

/**
 * Checks a receipt. Without trusted keys those that it names itself are taken, and the verdict says so. Each of the
 * witnesses named must have signed.
 */
export function verifyReceipt(
  value: unknown,
  trusted: readonly VerifierKey[] = [],
  witnesses: readonly VerifierKey[] = [],
): ReceiptVerdict {
  const isKeyTrusted = trusted.length > 0;
  const signed = isReceipt(value) ? parseCheckpoint(value.checkpoint) : undefined;
  if (!isReceipt(value) || !signed)
    return { faults: ['format'], signedBy: [], witnessedBy: [], isKeyTrusted };
  const keys = isKeyTrusted ? trusted : value.keys.flatMap((vkey) => parseVerifierKey(vkey) ?? []);
  const signers = signersOf(signed.note, keys);
  const witnessedBy = signersOf(signed.note, witnesses).map(({ name }) => name);
  const leaf = readLeaf(value.leaf);
  const faults: ReceiptFault[] = [];
  if (!leaf) faults.push('leaf');
  if (leaf && !isPayloadRight(value, leaf)) faults.push('payload');
  if (leaf && !isIncluded(value, leaf, signed)) faults.push('inclusion');
  if (signers.length === 0) faults.push('signature');
  if (witnessedBy.length < witnesses.length) faults.push('witness');
  const { origin, size } = signed.checkpoint;
  const signedBy = signers.map(({ id }) => id);
  return { faults, ...(leaf && { leaf }), origin, size, signedBy, witnessedBy, isKeyTrusted };
}

export function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const { type, leaf, body, salt, checkpoint, inclusion, keys } = value as Record<string, unknown>;
  const isText = (each: unknown) => typeof each === 'string';
  const areTexts = (each: unknown) => Array.isArray(each) && each.every(isText);
  const isTextOrNone = (each: unknown) => each === undefined || isText(each);
  return (
    type === receiptType &&
    [leaf, checkpoint].every(isText) &&
    [body, salt].every(isTextOrNone) &&
    [inclusion, keys].every(areTexts)
  );
}

function readLeaf(text: string): Leaf | undefined {
  try {
    const leaf = JSON.parse(text) as Leaf;
    return canonicalJson(leaf) === text && Number.isSafeInteger(leaf.position) ? leaf : undefined;
  } catch {
    return undefined;
  }
}

function isPayloadRight({ body, salt, without }: Receipt, { commitment }: Leaf): boolean {
  if (body === undefined || salt === undefined) return body === salt && without !== undefined;
  const bytes = bytesOf(salt);
  if (bytes?.length !== saltLength) return false;
  const made = commitmentOf(bytes, body);
  return Buffer.from(made).toString('base64') === commitment;
}

function isIncluded(
  { leaf, inclusion }: Receipt,
  { position }: Leaf,
  { checkpoint }: SignedCheckpoint,
): boolean {
  const proof = inclusion.flatMap((hash) => bytesOf(hash) ?? []);
  if (proof.length !== inclusion.length) return false;
  const root = rootOfInclusion(position - 1, checkpoint.size, hashLeaf(leaf), proof);
  return root !== undefined && isSameHash(root, checkpoint.root);
}

/** Bytes of base64 that is spelled in the one right way; several texts would otherwise mean the same bytes. */
function bytesOf(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
