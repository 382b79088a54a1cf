import { isIPv4, isIPv6 } from 'node:net';

/**
 * What counts as one address: of IPv4 the address, of IPv6 the first 64 bits, for every household has a whole /64 to
 * choose from (RFC 6177).
 */
export function addressGroup(ip: string): string {
  const address = ip.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped) || !isIPv6(mapped)) return mapped;
  return `${firstGroups(mapped)}::/64`;
}

function firstGroups(ip: string): string {
  const [head = '', tail] = ip.toLowerCase().split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: Math.max(zeros, 0) }, () => '0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
