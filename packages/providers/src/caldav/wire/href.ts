/**
 * Servers spell one path in many ways (`%40` or `@`, `%c3` or `%C3`, absolute or relative, `//`). Here is
 * the one form that hrefs are stored and compared in: an absolute path, each segment decoded to bytes and
 * re-encoded, everything but RFC 3986's unreserved characters as `%XX` in capitals. Unicode is not
 * normalised: a server may hold `é` composed and decomposed as two different files.
 */
export function canonicalHref(raw: string, basePath = '/'): string {
  const path = withoutOrigin(raw.trim());
  const absolute = path.startsWith('/') ? path : basePath.slice(0, basePath.lastIndexOf('/') + 1) + path;
  return absolute
    .replace(/\/{2,}/g, '/')
    .split('/')
    .map(canonicalSegment)
    .join('/');
}

/**
 * The path as the server spelled it, for sending back: some servers compare hrefs letter by letter. Only a
 * relative or absolute-URL spelling is turned into a path.
 */
export function sendableHref(raw: string, basePath: string): string {
  const path = withoutOrigin(raw.trim());
  return path.startsWith('/') ? path : canonicalHref(raw, basePath);
}

/** Canonical path of a collection: with its final slash. */
export function collectionHref(raw: string, basePath = '/'): string {
  const href = canonicalHref(raw, basePath);
  return href.endsWith('/') ? href : `${href}/`;
}

/**
 * Whether a canonical href is an object directly inside a canonical collection. The collection itself,
 * sub-collections and whatever lies elsewhere (inbox, trash) are not.
 */
export function isMember(href: string, collection: string): boolean {
  if (!href.startsWith(collection)) return false;
  const name = href.slice(collection.length);
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/');
}

/** The place on the same host. Read as an address, a path that begins with `//` would name another host. */
export function atPath(base: URL, path: string): URL {
  const url = new URL(base.origin);
  url.pathname = path;
  return url;
}

/** RFC 3986 3.1 scheme and authority; another host there is an alias of the one that was asked. */
function withoutOrigin(href: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(href);
  return match === null ? href : href.slice(match[0].length) || '/';
}

function canonicalSegment(segment: string): string {
  if (/^[A-Za-z0-9._~-]*$/.test(segment)) return segment;
  let encoded = '';
  for (const byte of segmentBytes(segment)) encoded += ENCODED_BYTE[byte];
  return encoded;
}

/** By bytes rather than decodeURIComponent, which throws on `%` signs that encode no UTF-8. */
function segmentBytes(segment: string): Uint8Array {
  const bytes = new TextEncoder().encode(segment);
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const value = bytes[at] === PERCENT ? hexPair(bytes[at + 1], bytes[at + 2]) : null;
    decoded[length] = value ?? bytes[at] ?? 0;
    length += 1;
    if (value !== null) at += 2;
  }
  return decoded.subarray(0, length);
}

const PERCENT = 0x25;

function hexPair(high: number | undefined, low: number | undefined): number | null {
  const pair = String.fromCharCode(high ?? 0, low ?? 0);
  return /^[0-9a-f]{2}$/i.test(pair) ? Number.parseInt(pair, 16) : null;
}

const ENCODED_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9._~-]/.test(character)
    ? character
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});
