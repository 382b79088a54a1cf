import { createHash } from 'node:crypto';
import { badAddress } from '../http/classify.ts';
import { type AccountAccess, type Credential, type PasswordCredential, passwordOf } from '../port/account.ts';

/** Where a feed is, and what to say there. The address is a secret itself: whoever has it reads the calendar. */
export interface FeedAddress {
  /** Without a user name and password. */
  readonly url: URL;
  /** `authorization` of RFC 7617; null where none is asked for. */
  readonly authorization: string | null;
}

/** `webcal://` and `webcals://` are web addresses by another name. */
const ALIAS = /^webcals?:\/\//i;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The address as it was typed or pasted, with a user name and a password in it or beside it.
 * @throws ProviderFailure `bad-address`
 */
export function typedFeed({ address, credential }: AccountAccess): FeedAddress {
  const { username, password } = passwordOf(credential);
  // A secret without a name is the address itself: one that is stored, or a new one for an account that is.
  const text = (username === '' && password !== '' ? password : address)
    .trim()
    .replace(/^[<("']+|[>)"',;]+$/g, '');
  if (text === '') throw badAddress('No address was entered.');
  const url = URL.parse(SCHEME.test(text) ? text.replace(ALIAS, 'https://') : `https://${text}`);
  if (url === null || url.hostname === '') throw badAddress('This is not a web address.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw badAddress(`Addresses of calendars begin with https:// or webcal://, not ${url.protocol}//.`);
  }
  if (username !== '') {
    url.username = encodeURIComponent(username);
    url.password = encodeURIComponent(password);
  }
  return feedAt(url);
}

function feedAt(full: URL): FeedAddress {
  const url = new URL(full);
  const pair = `${decoded(full.username)}:${decoded(full.password)}`;
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url, authorization: pair === ':' ? null : `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** The one secret that stands for address, name and password; `storedFeed` reads it again. */
export function feedSecret({ url, authorization }: FeedAddress): PasswordCredential {
  const full = new URL(url);
  const [username = '', password = ''] = pairOf(authorization);
  full.username = encodeURIComponent(username);
  full.password = encodeURIComponent(password);
  return { kind: 'password', username: '', password: full.href };
}

export function storedFeed(credential: Credential): FeedAddress {
  return feedAt(new URL(passwordOf(credential).password));
}

function pairOf(authorization: string | null): readonly string[] {
  if (authorization === null) return [];
  const pair = Buffer.from(authorization.slice('Basic '.length), 'base64').toString();
  const colon = pair.indexOf(':');
  return [pair.slice(0, colon), pair.slice(colon + 1)];
}

/** For lists and sentences: what tells whose it is, and lets nobody in. */
export function maskedAddress({ url }: FeedAddress): string {
  return `${url.origin}/…`;
}

/** Equal for one feed however its address was typed. */
export function feedId({ url }: FeedAddress): string {
  return `ics:${createHash('sha256').update(url.href).digest('hex')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
