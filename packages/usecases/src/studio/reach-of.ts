import { BlockList, isIP } from 'node:net';

/** Who can open an address: this machine alone, machines of the same network, or anybody as far as one can tell. */
export type Reach = 'machine' | 'network' | 'anywhere';

export function reachOf(url: string): Reach {
  if (!URL.canParse(url)) return 'machine';
  const host = new URL(url).hostname.replaceAll(/^\[|\]$/g, '');
  const family = isIP(host) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(host) === 0) return /(^|\.)localhost$/.test(host) ? 'machine' : reachOfName(host);
  if (MACHINE.check(host, family)) return 'machine';
  return NETWORK.check(host, family) ? 'network' : 'anywhere';
}

/** A name without a dot, or with an ending that no public name has (RFC 6762, 8375). */
function reachOfName(host: string): Reach {
  return /^[^.]+$|\.(local|lan|home|internal|home\.arpa)$/.test(host) ? 'network' : 'anywhere';
}

const MACHINE = new BlockList();
MACHINE.addSubnet('127.0.0.0', 8);
MACHINE.addAddress('0.0.0.0');
MACHINE.addAddress('::1', 'ipv6');
MACHINE.addAddress('::', 'ipv6');

const NETWORK = new BlockList();
NETWORK.addSubnet('10.0.0.0', 8);
NETWORK.addSubnet('172.16.0.0', 12);
NETWORK.addSubnet('192.168.0.0', 16);
NETWORK.addSubnet('169.254.0.0', 16);
NETWORK.addSubnet('100.64.0.0', 10);
NETWORK.addSubnet('fc00::', 7, 'ipv6');
NETWORK.addSubnet('fe80::', 10, 'ipv6');
