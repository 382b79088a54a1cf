import type { Exchange } from '../faults/exchange.ts';
import type { StoredObject } from '../store/stored-calendar.ts';

type Form = NonNullable<ReturnType<typeof formOf>>;

const formOf = (exchange: Exchange) => exchange.effect('etag-form')?.form;

const spellings: Readonly<Record<Form, (bare: string, exchange: Exchange) => string | null>> = {
  weak: (bare) => `W/"${bare}"`,
  missing: () => null,
  unquoted: (bare) => bare,
  // Twenty digits: beyond what a number type keeps.
  numeric: (bare) => `"${BigInt(`0x${bare}`).toString().slice(0, 20).padEnd(20, '7')}"`,
  changing: (bare, { store }) => `"${bare}-${store.newId()}"`,
  'gzip-suffix': (bare) => `"${bare}-gzip"`,
  uri: (bare) => `http://sandbox.example/etags/${bare}`,
};

/** The ETag as this request shows it; null where it shows none. */
export function shownEtag(exchange: Exchange, object: StoredObject): string | null {
  return spell(exchange, object.etag);
}

/** The ETag as a listing shows it, which may lag behind. */
export function listedEtag(exchange: Exchange, object: StoredObject): string | null {
  const stale = exchange.effect('stale-etag') !== undefined;
  return spell(exchange, (stale && object.previousEtag) || object.etag);
}

function spell(exchange: Exchange, bare: string): string | null {
  const form = formOf(exchange);
  return form === undefined ? `"${bare}"` : spellings[form](bare, exchange);
}

/** Strong comparison (RFC 9110 8.8.3.2), or the spelling that this very request would have been shown. */
function listsEtag(exchange: Exchange, header: string, object: StoredObject): boolean {
  const form = exchange.effect('if-match')?.form;
  if (form === 'star-only') return false;
  const isNeverMatched = formOf(exchange) === 'changing' || form === 'strong-only';
  const shown = isNeverMatched ? null : shownEtag(exchange, object);
  return header
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === `"${object.etag}"` || tag === shown);
}

/** Whether If-Match and If-None-Match let a write pass (RFC 9110 13.1). */
export function conditionsHold(exchange: Exchange, object: StoredObject | undefined): boolean {
  if (exchange.effect('conditions-ignored')) return true;
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = exchange.request.headers;
  if (exchange.effect('schedule-tag') && 'if-schedule-tag-match' in exchange.request.headers) return false;
  if (ifMatch !== undefined) {
    if (!object) return false;
    if (ifMatch.trim() !== '*' && !listsEtag(exchange, ifMatch, object)) return false;
  }
  if (ifNoneMatch === undefined || !object) return true;
  return ifNoneMatch.trim() !== '*' && !listsEtag(exchange, ifNoneMatch, object);
}

/** Whether a conditional GET is answered with 304. */
export function isUnmodified(exchange: Exchange, object: StoredObject): boolean {
  const known = exchange.request.headers['if-none-match'];
  return known !== undefined && (known.trim() === '*' || listsEtag(exchange, known, object));
}
