import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls';
import { promisify } from 'node:util';
import { isPublicAddress } from '../http/address-range.ts';
import type { AllowList } from '../http/allow-list.ts';
import { guardedLookup, type ResolvedAddress, systemResolve } from '../http/guarded-lookup.ts';
import type { MailServer, PinnedCertificate } from '../port/mail/mail-account.ts';
import { trouble } from './troubles.ts';

/** What mail servers are reached at; another one only where the operator allows the host. */
const USUAL_PORTS: readonly number[] = [143, 465, 587, 993];

export interface CheckedHost {
  /** The very address that was judged. */
  readonly address: string;
  readonly servername: string | false;
}

/**
 * Looks a server up and judges where it is, so that nobody reaches the inner network by typing names (S14); the socket
 * connects to the address that was judged. A line in clear is for allowed private hosts alone.
 * @throws ProviderFailure
 */
export async function checkedHost(
  { host, port, security }: MailServer,
  allow: AllowList,
): Promise<CheckedHost> {
  if (!/^[\p{L}\p{N}.:_-]{1,253}$/u.test(host) || !Number.isInteger(port) || port < 1 || port > 65_535)
    throw trouble('no-name');
  const address = await resolved(host, port, allow);
  const allowed = allow.allowsHost(host, port) || allow.allowsAddress(address, port);
  if (!USUAL_PORTS.includes(port) && !allowed) throw trouble('unusual-port');
  if (security === 'none' && !(allowed && !isPublicAddress(address))) throw trouble('in-clear');
  return { address, servername: isIP(host) === 0 ? host : false };
}

async function resolved(host: string, port: number, allow: AllowList): Promise<string> {
  const lookup = promisify(guardedLookup(port, allow, systemResolve)) as (
    name: string,
    options: { readonly all: true },
  ) => Promise<readonly ResolvedAddress[]>;
  const [first] = await lookup(host, { all: true });
  if (!first) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
  return first.address;
}

/** A certificate that a person accepted is the only one from then on, whoever vouches for another. */
export function tlsOptions({ host, pinned }: MailServer): ConnectionOptions {
  if (pinned === null)
    return {
      minVersion: 'TLSv1.2',
      checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
    };
  return {
    minVersion: 'TLSv1.2',
    ca: [pinned.certificate],
    allowPartialTrustChain: true,
    checkServerIdentity: (_, certificate) =>
      isPinned(certificate, pinned) ? undefined : new CertificateChanged(),
  };
}

/** Another certificate than the one that was accepted. */
class CertificateChanged extends Error {
  readonly code = 'ERR_TLS_CERT_CHANGED';
}

function isPinned({ raw }: PeerCertificate, { fingerprint }: PinnedCertificate): boolean {
  return new X509Certificate(raw).fingerprint256 === fingerprint;
}
