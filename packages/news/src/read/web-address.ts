const LONGEST = 2_000;

/** An absolute address of the web, without a sign-in in it; null for anything else, `javascript:` among it. */
export function webAddress(written: string | null | undefined, base: string | null): string | null {
  const text = written?.trim() ?? '';
  const url = text === '' ? null : URL.parse(text, base ?? undefined);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  url.username = '';
  url.password = '';
  return url.href.length <= LONGEST ? url.href : null;
}

/** What is added to addresses to tell who sent a reader. */
const TRACKING =
  /^(?:utm_|mc_|pk_|mtm_|ga_|hsa_|__hs|wt_)|^(?:fbclid|gclid|dclid|msclkid|igshid|yclid|xtor|ref|ref_src|cmpid|at_campaign)$/i;
const TRACKING_HASH = /^#(?:utm_|xtor=|comments?$|respond$|ref=)/i;

/** Equal for addresses that lead to the same page, however they were passed on. */
export function addressKey(address: string): string {
  const url = new URL(address);
  for (const name of new Set(url.searchParams.keys())) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  const hash = TRACKING_HASH.test(url.hash) || url.hash === '#' ? '' : url.hash;
  return `${host}${path}${url.search}${hash}`;
}
