import { caldav, type DavElement, dav, namesWithin } from '../wire/dav-element.ts';
import { calendarDataOf, type DavResponse, etagOf, refusalOf } from '../wire/dav-response.ts';
import { canonicalHref, isMember, sendableHref } from '../wire/href.ts';

/** An object that a server lists. */
export interface Member {
  /** Canonical. */
  readonly href: string;
  /** The spelling to ask for it with. */
  readonly sent: string;
  readonly etag: string | null;
}

/** What one response of a listing or a sync report says about the calendar. */
export type MemberEvent =
  | { readonly kind: 'member'; readonly member: Member; readonly data: DavElement | undefined }
  /** The server says that it is gone, in whatever form. */
  | { readonly kind: 'gone'; readonly member: Member }
  /** More remains than this answer holds (RFC 6578 3.6). */
  | { readonly kind: 'truncated' }
  /** An object outside the calendar; a whole list of these means that the server uses other paths than ours. */
  | { readonly kind: 'stray' };

/** Null for the calendar itself, other collections, and whatever else is no object. */
export function memberEvent(response: DavResponse, collection: string): MemberEvent | null {
  const refusal = refusalOf(response);
  if (refusal === 507) return { kind: 'truncated' };
  const href = canonicalHref(response.href, collection);
  if (href.endsWith('/') || `${href}/` === collection || isCollection(response)) return null;
  if (!isMember(href, collection)) return { kind: 'stray' };
  const member = keptMember(href, sendableHref(response.href, collection), etagOf(response));
  // A 5xx for one object says nothing about its existence; asking for its body will tell.
  if (refusal !== null && refusal < 500) return { kind: 'gone', member };
  return { kind: 'member', member, data: calendarDataOf(response) };
}

/** Members are kept until the end of a list, the answer that they were cut out of is not. */
function keptMember(href: string, sent: string, etag: string | null): Member {
  const kept = detached(href);
  return {
    href: kept,
    sent: sent === href ? kept : detached(sent),
    etag: etag === null ? null : detached(etag),
  };
}

function isCollection(response: DavResponse): boolean {
  const types = namesWithin(response.props.get(dav('resourcetype')));
  return types.has(dav('collection')) || types.has(caldav('calendar'));
}

/**
 * The same text in memory of its own. V8 cuts a piece out of a long string by pointing into it: three kept words of an
 * answer would keep all of it, and a list of twenty thousand etags every text that came along with them.
 */
function detached(text: string): string {
  return Buffer.from(text).toString();
}
