import { isIP } from 'node:net';
import type { Config } from '../kernel/config.ts';

/** Whether only programs on this machine reach an address: 127.0.0.0/8, ::1 and the name localhost. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  if (isIP(address) === 4) return address.startsWith('127.');
  return address === '::1' || address.toLowerCase() === 'localhost';
}

/**
 * Whether the server may listen where the configuration says. Nobody can sign in yet, so an address that others reach
 * needs TLS in front (`trustProxy` and an https `publicUrl`) or the operator's word that anyone may read.
 */
export function mayListen(
  config: Pick<Config, 'host' | 'allowAnonymousRead' | 'trustProxy' | 'publicUrl'>,
): boolean {
  const hasTlsInFront = config.trustProxy && (config.publicUrl?.startsWith('https://') ?? false);
  return isLoopback(config.host) || config.allowAnonymousRead || hasTlsInFront;
}
