/** What to do with a redirecting answer. */
export type RedirectDecision =
  | { readonly kind: 'follow'; readonly url: URL }
  | { readonly kind: 'refuse'; readonly target: URL }
  /** No or an unreadable Location: the answer stands as it is. */
  | { readonly kind: 'none' };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Method and body are repeated on every kind of redirect, as DAV servers mean it. Credentials never leave
 * the origin: only the same origin, or the same host by https instead of http, is followed.
 */
export function decideRedirect(status: number, location: string | undefined, from: URL): RedirectDecision {
  if (!REDIRECTS.has(status) || location === undefined) return { kind: 'none' };
  const target = URL.parse(location, from);
  if (target === null || !target.protocol.startsWith('http')) return { kind: 'none' };
  const sameOrigin = target.origin === from.origin;
  return sameOrigin || isUpgrade(from, target) ? { kind: 'follow', url: target } : { kind: 'refuse', target };
}

function isUpgrade(from: URL, target: URL): boolean {
  return from.protocol === 'http:' && target.protocol === 'https:' && from.hostname === target.hostname;
}
