import { childrenNamed, type DavElement, dav, hrefsIn, OWNCLOUD } from '../wire/dav-element.ts';
import type { DavResponse } from '../wire/dav-response.ts';

/**
 * Whether a calendar names an owner other than the account that lists it. Nextcloud tells the owner of a share in a
 * property of its own, as a bare path; `d:owner` names whoever it is shared with on some versions of sabre/dav, so it
 * counts only where the other is absent. Where either side cannot be told, the calendar counts as the account's.
 */
export function isOwnedByOther(response: DavResponse, principalUrl: string | null): boolean {
  const owner = principalIn(response, `{${OWNCLOUD}}owner-principal`) ?? principalIn(response, dav('owner'));
  const self = principalIn(response, dav('current-user-principal')) ?? pathOf(principalUrl ?? '');
  return owner !== null && self !== null && !isSamePlace(owner, self);
}

/** A principal is a path; Google names people by mail address, which cannot be compared with one. */
function principalIn(response: DavResponse, name: string): string | null {
  const property = response.props.get(name);
  return property === undefined ? null : pathOf(hrefOf(property));
}

function hrefOf(property: DavElement): string {
  const [href] = hrefsIn(property);
  if (href !== undefined || childrenNamed(property, dav('unauthenticated')).length > 0) return href ?? '';
  return property.text.trim();
}

function pathOf(href: string): string | null {
  const parts = href.replace(/^[a-z]+:\/\/[^/]*/i, '').split('/');
  const path = parts.filter((part) => part !== '').join('/');
  if (!path.includes('/') && !href.startsWith('/')) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Nextcloud's is relative to its root: `principals/users/bob`. */
function isSamePlace(one: string, other: string): boolean {
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}
