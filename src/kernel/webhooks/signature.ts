import { createHmac, randomBytes } from 'node:crypto';

/** Secrets and signatures of Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks, "Signature scheme"). */
const prefix = 'whsec_';

/** A new secret: 32 random bytes, as receivers' libraries want it written. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** Whether somebody's own secret will do: `whsec_` and the base64 of 24 to 64 bytes. */
export function isSecret(text: string): boolean {
  const encoded = text.slice(prefix.length);
  if (!text.startsWith(prefix) || !/^[A-Za-z0-9+/]+=*$/.test(encoded)) return false;
  const { length } = Buffer.from(encoded, 'base64');
  return length >= 24 && length <= 64;
}

/** Headers that say of a message which one it is and that it is ours; one signature for each secret that holds. */
export function signedHeaders(
  id: string,
  seconds: number,
  body: string,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const content = `${id}.${seconds}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}
