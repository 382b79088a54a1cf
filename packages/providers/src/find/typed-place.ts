const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** What somebody typed to say where their calendars are. */
export type TypedPlace =
  | { readonly is: 'mail'; readonly address: string; readonly domain: string }
  | { readonly is: 'feed'; readonly url: URL }
  | { readonly is: 'web'; readonly url: URL }
  | { readonly is: 'unreadable' };

/** By the scheme of a subscription, or by the name of a file. */
const FEED = /^webcals?:\/\//i;
const FILE = /\.(?:ics|ical|icalendar)$/i;
const MAIL = /^[^\s@/:]+@([^\s@/:?#]+\.[^\s@/:?#]+)$/;

/** Reads what was typed or pasted. Pure. */
export function typedPlace(typed: string): TypedPlace {
  const text = typed
    .trim()
    .replace(/^[<("']+|[>)"',;.]+$/g, '')
    .replace(/^mailto:/i, '');
  const mail = MAIL.exec(text);
  if (mail?.[1] !== undefined) return mailPlace(text, mail[1]);
  const url = webAddress(text);
  if (url === null) return { is: 'unreadable' };
  if (FEED.test(text) || FILE.test(url.pathname)) return { is: 'feed', url };
  // Whoever pastes a name and a password along does not mean them for a look.
  url.username = '';
  url.password = '';
  return { is: 'web', url };
}

/** A domain is compared and asked for in its letters of the DNS. */
function mailPlace(address: string, domain: string): TypedPlace {
  const host = URL.parse(`https://${domain}`)?.hostname;
  return host === undefined ? { is: 'unreadable' } : { is: 'mail', address, domain: host };
}

function webAddress(text: string): URL | null {
  const url = URL.parse(SCHEME.test(text) ? text.replace(ALIAS, 'https://') : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  // A word is no place: a name of the web has a dot, or is an address of a network.
  return /[.:]/.test(url.hostname) || url.hostname === 'localhost' ? url : null;
}

const ALIAS = /^(?:caldav|dav|webcal)s?:\/\//i;
