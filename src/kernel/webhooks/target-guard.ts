import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where webhooks may lead: to public addresses over https, or anywhere that the server can reach. */
export type TargetPolicy = 'public' | 'any';

/** IPv4 that is not the open internet's (IANA special-purpose registry, RFC 6890 and later). */
const special4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Of IPv6 only global unicast is open, and of that not what leads elsewhere: Teredo and its neighbours, documentation, 6to4. */
const special6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [net, bits] of special4) refused.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of special6) refused.addSubnet(net, bits, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !refused.check(address, 'ipv4');
  const plain = address.replace(/%.*$/, '');
  return isIP(plain) === 6 && globalUnicast.check(plain, 'ipv6') && !refused.check(plain, 'ipv6');
}

/** What is wrong with a target by its spelling alone: a code, or undefined. What its name leads to shows as it is reached. */
export function targetFault(target: string, policy: TargetPolicy): string | undefined {
  if (!URL.canParse(target)) return 'webhook-target';
  const { protocol, username, password, hostname } = new URL(target);
  if (!['https:', 'http:'].includes(protocol) || username !== '' || password !== '') return 'webhook-target';
  if (policy === 'any') return undefined;
  if (protocol !== 'https:') return 'webhook-target-https';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isPrivate = isIP(host) ? !isPublicAddress(host) : /(^|\.)localhost\.?$/i.test(host);
  return isPrivate ? 'webhook-target-private' : undefined;
}

/** A name led to an address that webhooks may not reach. */
export class PrivateTargetError extends Error {}

/** Looks names up for a connection and refuses addresses there: what is checked is what is connected to. */
export function guardedLookup(policy: TargetPolicy): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[];
      if (error) return callback(error, '', 0);
      if (policy !== 'any' && !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new PrivateTargetError(hostname), '', 0);
      if (options.all) return (callback as (error: null, all: LookupAddress[]) => void)(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
