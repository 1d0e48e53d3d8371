import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { NoteSignature } from './note.ts';
import { cosignedMessage, signatureTypes, type VerifierKey, verifierKey } from './verifier-key.ts';

/** An Ed25519 key that signs notes under a name. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  readonly privateKey: KeyObject;
}

/** A new key, from the system's random source. */
export function makeSigningKey(
  name: string,
  type = signatureTypes.ed25519 as VerifierKey['type'],
): SigningKey {
  return signingKeyOf(name, generateKeyPairSync('ed25519').privateKey, type);
}

export function signingKeyOf(name: string, privateKey: KeyObject, type: VerifierKey['type']): SigningKey {
  const { x } = privateKey.export({ format: 'jwk' });
  return { privateKey, verifier: verifierKey(name, Uint8Array.from(Buffer.from(x!, 'base64url')), type) };
}

/** PKCS #8 in base64, as a key stands in a file. */
export function exportPrivateKey({ privateKey }: SigningKey): string {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** @throws Error where the text is no Ed25519 private key */
export function importPrivateKey(text: string): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is not an Ed25519 key');
  return key;
}

/** Signs the text of a note (C2SP signed-note, "Ed25519 signatures"). */
export function signText({ verifier, privateKey }: SigningKey, text: string): NoteSignature {
  return { name: verifier.name, id: verifier.id, signature: sign(null, Buffer.from(text), privateKey) };
}

/** Signs the text of a checkpoint as a witness does, at a time in seconds since 1970 (C2SP tlog-cosignature). */
export function cosignText(
  { verifier, privateKey }: SigningKey,
  text: string,
  seconds: number,
): NoteSignature {
  const signature = Buffer.alloc(72);
  signature.writeBigUInt64BE(BigInt(seconds));
  sign(null, Buffer.from(cosignedMessage(text, BigInt(seconds))), privateKey).copy(signature, 8);
  return { name: verifier.name, id: verifier.id, signature };
}
