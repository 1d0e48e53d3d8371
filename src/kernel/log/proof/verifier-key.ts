import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Signature types of C2SP signed-note that are known here. */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A public key under its name, as verifiers are given it. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of a hash, as 8 hexadecimal digits: an identifier, not a protection. */
  readonly id: string;
  readonly type: SignatureType;
  /** The 32 bytes of an Ed25519 public key (RFC 8032). */
  readonly publicKey: Uint8Array;
}

/** SHA-256(name ‖ 0x0A ‖ type ‖ public key), the first four bytes (C2SP signed-note, "Signatures"). */
export function keyId(name: string, type: SignatureType, publicKey: Uint8Array): string {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(type)).update(publicKey);
  return hash.digest('hex').slice(0, 8);
}

/** True for names that a note can carry: not empty, without white space and plus signs. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\p{White_Space}\p{Cc}+]/u.test(name);
}

export function verifierKey(name: string, publicKey: Uint8Array, type: SignatureType): VerifierKey {
  return { name, id: keyId(name, type, publicKey), type, publicKey };
}

/** `name+id+base64(type ‖ key)`: how a key is handed around (C2SP signed-note, "Verifier keys"). */
export function formatVerifierKey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id}+${Buffer.from([type, ...publicKey]).toString('base64')}`;
}

/** Reads what `formatVerifierKey` writes; undefined where it is damaged or of a type that is not known here. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim());
  if (!match) return undefined;
  const [, name = '', id = '', encoded = ''] = match;
  const bytes = Buffer.from(encoded, 'base64');
  const type = Object.values(signatureTypes).find((each) => each === bytes[0]);
  if (type === undefined || bytes.length !== 33 || bytes.toString('base64') !== encoded || !isKeyName(name))
    return undefined;
  const key = verifierKey(name, Uint8Array.from(bytes.subarray(1)), type);
  return key.id === id ? key : undefined;
}

function keyObject(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** Whether a signature (without its key id) over the text of a note is this key's. */
export function isSignedBy(key: VerifierKey, text: string, signature: Uint8Array): boolean {
  if (key.type === signatureTypes.ed25519)
    return signature.length === 64 && verify(null, Buffer.from(text), keyObject(key.publicKey), signature);
  if (signature.length !== 72) return false;
  const seconds = Buffer.from(signature).readBigUInt64BE(0);
  const message = Buffer.from(cosignedMessage(text, seconds));
  return verify(null, message, keyObject(key.publicKey), signature.subarray(8));
}

/** What a witness signs: two lines before the whole text (C2SP tlog-cosignature, "Ed25519 signed message"). */
export function cosignedMessage(text: string, seconds: bigint): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}
