import { isIP } from 'node:net';
import { bareHost } from '../../http/allow-list.ts';
import { badAddress } from '../../http/classify.ts';
import { atPath } from '../wire/href.ts';

/**
 * The address a person typed, as a URL: `https` where no scheme was given, without stray characters round
 * it, without a user name, query or fragment. Throws ProviderFailure `bad-address`.
 */
export function typedAddress(text: string): URL {
  const trimmed = text.trim().replace(/^[<("']+|[>)"'.,;]+$/g, '');
  if (trimmed === '') throw badAddress('No address was entered.');
  const url = URL.parse(withScheme(trimmed));
  if (url === null || url.hostname === '') throw badAddress('This is not a web address.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw badAddress(`Addresses begin with https://, not ${url.protocol}//.`);
  }
  const clean = atPath(url, url.pathname);
  if (!clean.pathname.endsWith('/')) clean.pathname += '/';
  return clean;
}

/** Calendar addresses are also passed around under these schemes, all of them meaning the web server. */
const ALIAS = /^(?:caldav|dav|webcal)s?:\/\//i;

function withScheme(text: string): string {
  if (ALIAS.test(text)) return text.replace(ALIAS, 'https://');
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/+/, '')}`;
}

/** Whether a password would cross the network in the clear. */
export function isUnprotected(url: URL): boolean {
  const host = bareHost(url.hostname);
  return (
    url.protocol === 'http:' &&
    host !== 'localhost' &&
    !(isIP(host) === 4 && host.startsWith('127.')) &&
    host !== '::1'
  );
}
