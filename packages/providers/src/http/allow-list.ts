import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { withoutZone } from './address-range.ts';

/** What the operator lets through although it is private: "nas.local,192.168.1.0/24,127.0.0.1:5232". */
export interface AllowList {
  /** A name or address as typed in a URL (lower case, no brackets) and the port it leads to. */
  allowsHost(host: string, port: number): boolean;
  /** A resolved IP address and the port. */
  allowsAddress(address: string, port: number): boolean;
}

type Entry =
  | { readonly kind: 'name'; readonly name: string; readonly port: number | null }
  | { readonly kind: 'range'; readonly range: [Address, number]; readonly port: number | null };
type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Comma-separated names, addresses and CIDR ranges, each with an optional port. Throws a TypeError that quotes the bad entry. */
export function parseAllowList(text: string): AllowList {
  const entries = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseEntry);
  return {
    allowsHost: (host, port) => entries.some((entry) => coversName(entry, bareHost(host), port)),
    allowsAddress: (address, port) => entries.some((entry) => coversAddress(entry, address, port)),
  };
}

/** Host of a URL in the form that names are compared in: no brackets, no final dot, lower case. */
export function bareHost(host: string): string {
  return host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function parseEntry(part: string): Entry {
  if (part.includes('/')) return { kind: 'range', range: parseRange(part), port: null };
  const { host, port } = splitPort(part);
  if (isIP(host) !== 0) {
    const address = ipaddr.process(withoutZone(host));
    return { kind: 'range', range: [address, address.kind() === 'ipv4' ? 32 : 128], port };
  }
  if (!/^[\p{L}\p{N}._-]+$/u.test(host))
    throw new TypeError(`"${part}" is not a host, an address or a range`);
  return { kind: 'name', name: bareHost(host), port };
}

function parseRange(part: string): [Address, number] {
  if (!ipaddr.isValidCIDR(part))
    throw new TypeError(`"${part}" is not an address range such as 192.168.1.0/24`);
  return ipaddr.parseCIDR(part);
}

function splitPort(part: string): { host: string; port: number | null } {
  if (isIP(part) === 6) return { host: part, port: null };
  const match = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(part);
  if (match?.[1] === undefined) throw new TypeError(`"${part}" is not a host, an address or a range`);
  return { host: match[1].replace(/^\[|\]$/g, ''), port: match[2] === undefined ? null : Number(match[2]) };
}

function coversName(entry: Entry, host: string, port: number): boolean {
  return entry.kind === 'name' && entry.name === host && (entry.port ?? port) === port;
}

function coversAddress(entry: Entry, text: string, port: number): boolean {
  const bare = withoutZone(text);
  if (entry.kind !== 'range' || (entry.port ?? port) !== port || !ipaddr.isValid(bare)) return false;
  // A mapped address (::ffff:10.0.0.1) is delivered to the IPv4 host inside, so that one is compared.
  const address = ipaddr.process(bare);
  return address.kind() === entry.range[0].kind() && address.match(entry.range);
}
