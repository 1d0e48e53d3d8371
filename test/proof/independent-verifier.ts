import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * Checks receipts with nothing but Node's own cryptography: written from RFC 9162 and the C2SP specifications, it shares
 * no line with the program that makes them. Returns what the receipt proves, or throws saying what is wrong.
 */

const sha256 = (...parts: (Uint8Array | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

function unbase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  must(bytes.toString('base64') === text, 'not base64');
  return bytes;
}

export interface Proven {
  readonly leaf: Record<string, unknown>;
  /** Undefined where the body is not part of the receipt. */
  readonly body: unknown;
  readonly size: number;
  readonly signedBy: string;
}

export function checkReceipt(json: string, trustedKey: string): Proven {
  const receipt = JSON.parse(json);
  must(receipt.type === 'ufuq-receipt/1', 'not a receipt');
  const { size, root, signedBy } = checkCheckpoint(receipt.checkpoint, trustedKey);
  const leaf = JSON.parse(receipt.leaf);

  // The body is the one that the leaf is committed to.
  if (receipt.body === undefined) must(typeof receipt.without === 'string', 'the body is missing');
  else {
    const salt = unbase64(receipt.salt);
    must(salt.length === 16, 'the salt has the wrong length');
    must(sha256(salt, receipt.body).equals(unbase64(leaf.commitment)), 'the body is another');
  }

  // The leaf is in the tree: climb from it, left or right as its number says.
  const path: Buffer[] = receipt.inclusion.map(unbase64);
  const computed = climb(sha256('\0', receipt.leaf), leaf.position - 1, size, path);
  must(path.length === 0, 'the proof is too long');
  must(computed.equals(root), 'the entry is not in the tree');
  return { leaf, body: receipt.body && JSON.parse(receipt.body), size, signedBy };
}

/** Root over `size` leaves, of which one is known and the rest come as subtrees from the end of the path. */
function climb(leaf: Buffer, index: number, size: number, path: Buffer[]): Buffer {
  must(Number.isInteger(index) && index >= 0 && index < size, 'the tree has no such entry');
  if (size === 1) return leaf;
  let split = 1;
  while (split * 2 < size) split *= 2;
  const sibling = path.pop();
  must(sibling?.length === 32, 'the proof is too short');
  return index < split
    ? sha256('\x01', climb(leaf, index, split, path), sibling)
    : sha256('\x01', sibling, climb(leaf, index - split, size - split, path));
}

/** Reads a checkpoint and checks that the trusted key signed it. */
function checkCheckpoint(note: string, trustedKey: string): { size: number; root: Buffer; signedBy: string } {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(trustedKey) ?? [];
  const typed = unbase64(encoded);
  must(typed.length === 33 && typed[0] === 1, 'the key is not an Ed25519 key');
  must(sha256(name, '\n', typed).toString('hex', 0, 4) === id, 'the key does not fit its id');
  const x = typed.subarray(1).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });

  const end = note.lastIndexOf('\n\n');
  must(end > 0, 'the checkpoint has no signatures');
  const text = note.slice(0, end + 1);
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .some((line) => {
      const [, signer, signature = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
      if (signer !== name) return false;
      const bytes = unbase64(signature);
      if (bytes.toString('hex', 0, 4) !== id) return false;
      must(verify(null, Buffer.from(text), key, bytes.subarray(4)), 'the signature is wrong');
      return true;
    });
  must(isSigned, 'the trusted key did not sign');
  const [, size = '', root = ''] = text.split('\n');
  must(/^[1-9]\d*$/.test(size), 'the checkpoint has no size');
  const hash = unbase64(root);
  must(hash.length === 32, 'the root has the wrong length');
  return { size: Number(size), root: hash, signedBy: id };
}
