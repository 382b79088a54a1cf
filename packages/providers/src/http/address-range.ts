import ipaddr from 'ipaddr.js';

/** All global unicast IPv6 space (RFC 4291 2.4); what ipaddr.js calls unicast also holds `::/8` and more. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');
/** The well-known NAT64 prefix (RFC 6052 2.1): on IPv6-only networks every IPv4 host is reached through it. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address (text, any notation that a resolver or a URL may give) belongs to the public
 * internet. Anything private, local, reserved, multicast, tunnelled or unparseable is not. Addresses that
 * carry an IPv4 address for delivery (mapped, NAT64) are judged by the IPv4 address inside.
 */
export function isPublicAddress(text: string): boolean {
  const bare = inHex(withoutZone(text));
  if (!ipaddr.isValid(bare)) return false;
  const address = ipaddr.parse(bare);
  return address instanceof ipaddr.IPv4 ? address.range() === 'unicast' : isPublicIPv6(address);
}

/** A zone index (`fe80::1%eth0`) names an interface of this very machine and plays no part in the judgement. */
export function withoutZone(text: string): string {
  return text.split('%', 1)[0] ?? text;
}

/** ipaddr.js takes `::8.8.8.8` for `::ffff:8.8.8.8`; in pure hexadecimal, as URLs write it, the two stay apart. */
function inHex(text: string): string {
  if (!text.includes(':') || !text.includes('.')) return text;
  return URL.parse(`http://[${text}]/`)?.hostname.slice(1, -1) ?? text;
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().range() === 'unicast';
  if (address.match(NAT64 as [ipaddr.IPv6, number])) return embeddedIPv4(address).range() === 'unicast';
  return address.match(GLOBAL_UNICAST as [ipaddr.IPv6, number]) && address.range() === 'unicast';
}

function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}
