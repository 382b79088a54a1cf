import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { isPublicAddress } from './address-range.ts';
import { type AllowList, bareHost } from './allow-list.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** The host is, or resolves to, an address that this installation must not be used to reach. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  /** As typed; never the address behind it, which would tell an outsider how the inner network is laid out. */
  readonly host: string;

  constructor(host: string) {
    super(`${host} is not a public address`);
    this.host = host;
  }
}

export const systemResolve: Resolve = (hostname) => systemLookup(hostname, { all: true });

/**
 * Throws RefusedAddressError when a URL's host is itself an address that is refused. Sockets skip the
 * lookup for such hosts, so this has to be asked before each request.
 */
export function refuseLiteral(host: string, port: number, allow: AllowList): void {
  const bare = bareHost(host);
  if (isIP(bare) !== 0 && !isAllowed(bare, port, allow)) throw new RefusedAddressError(bare);
}

/**
 * A lookup for sockets that resolves, judges every address, and hands on the very list it judged: the
 * socket can connect to nothing else, so a name that changes its answer between check and use gains
 * nothing. One refused address among several refuses the name.
 */
export function guardedLookup(port: number, allow: AllowList, resolve: Resolve): LookupFunction {
  const checked = callbackify((hostname: string) => resolveChecked(hostname, port, allow, resolve));
  return (hostname, options, callback) => {
    checked(hostname, (error, addresses) => {
      if (error !== null) callback(error, '');
      else if (options.all === true) callback(null, [...addresses]);
      else callback(null, addresses[0].address, addresses[0].family);
    });
  };
}

async function resolveChecked(
  hostname: string,
  port: number,
  allow: AllowList,
  resolve: Resolve,
): Promise<[ResolvedAddress, ...ResolvedAddress[]]> {
  const [first, ...rest] = await resolve(hostname);
  if (first === undefined) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
  const named = allow.allowsHost(hostname, port);
  const refused = [first, ...rest].some(({ address }) => !isAllowed(address, port, allow));
  if (refused && !named) throw new RefusedAddressError(bareHost(hostname));
  return [first, ...rest];
}

function isAllowed(address: string, port: number, allow: AllowList): boolean {
  return isPublicAddress(address) || allow.allowsAddress(address, port);
}
