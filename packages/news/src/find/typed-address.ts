/** Why an address that somebody typed is not asked. */
export type BadAddress = 'not-an-address' | 'with-a-password' | 'without-feeds';

/** They show their pages to people who sign in, and offer no feed. */
const WITHOUT = /(?:^|\.)(?:instagram|facebook|tiktok|threads|linkedin|twitter|x)\.(?:com|net)$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export interface TypedAddress {
  readonly url: string;
  /** Where no scheme was typed, and nothing answers by https. */
  readonly orElse?: string;
}

/** An address as people type or paste it: without `https://`, as `feed:…`, in brackets. */
export function typedAddress(typed: string): TypedAddress | { readonly bad: BadAddress } {
  const text = typed
    .trim()
    .replace(/^[<("']+|[>)"',;]+$/g, '')
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  const schemed = SCHEME.test(text) && !/^[\w.-]+:\d+/.test(text);
  const url = URL.parse(schemed ? text : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !/[.:]|^localhost$/.test(url.hostname))
    return { bad: 'not-an-address' };
  if (url.username !== '' || url.password !== '') return { bad: 'with-a-password' };
  if (WITHOUT.test(url.hostname)) return { bad: 'without-feeds' };
  url.hash = '';
  return schemed ? { url: url.href } : { url: url.href, orElse: url.href.replace('https:', 'http:') };
}
