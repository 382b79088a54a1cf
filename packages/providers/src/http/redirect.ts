/** What to do with a redirecting answer. */
export type RedirectDecision =
  | { readonly kind: 'follow'; readonly url: URL }
  | { readonly kind: 'refuse'; readonly target: URL }
  /** No or an unreadable Location: the answer stands as it is. */
  | { readonly kind: 'none' };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Method and body are repeated on every kind of redirect, as DAV servers mean it. Credentials never leave
 * the origin: only the same origin, the same host by https instead of http, and iCloud's own partitions are followed.
 * What carries none may go anywhere (`elsewhere`), but not from https to http.
 */
export function decideRedirect(
  status: number,
  location: string | undefined,
  from: URL,
  elsewhere = false,
): RedirectDecision {
  if (!REDIRECTS.has(status) || location === undefined) return { kind: 'none' };
  const target = URL.parse(location, from);
  if (target === null || !target.protocol.startsWith('http')) return { kind: 'none' };
  const sameOrigin = target.origin === from.origin;
  const goes = elsewhere && !(from.protocol === 'https:' && target.protocol === 'http:');
  const isKnown = sameOrigin || isUpgrade(from, target) || isPartition(from, target);
  return isKnown || goes ? { kind: 'follow', url: target } : { kind: 'refuse', target };
}

function isUpgrade(from: URL, target: URL): boolean {
  return from.protocol === 'http:' && target.protocol === 'https:' && from.hostname === target.hostname;
}

/**
 * Whether the target is one of the machines that iCloud spreads its accounts over, `pNN-caldav.icloud.com`, seen from
 * the service itself or from another of them, by the same scheme and port. These names are Apple's alone; mainland
 * China has a service apart, and nothing leads from one to the other.
 */
export function isPartition(from: URL, target: URL): boolean {
  if (from.protocol !== target.protocol || portOf(from) !== portOf(target)) return false;
  const service = ICLOUD.exec(from.hostname)?.[1];
  return service !== undefined && ICLOUD.exec(target.hostname)?.[1] === service;
}

const ICLOUD = /^(?:p\d{1,3}-)?(caldav\.icloud\.com(?:\.cn)?)$/;

/** The name under which the service itself answers; null where the host is none of iCloud's. */
export function icloudService(hostname: string): string | null {
  return ICLOUD.exec(hostname)?.[1] ?? null;
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');
