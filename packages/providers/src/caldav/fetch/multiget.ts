import type { ChangedObject, UnreadableObject } from '../../port/changes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import type { DavRefusal } from '../wire/dav-client.ts';
import type { DavElement } from '../wire/dav-element.ts';
import { calendarDataOf, type DavResponse, etagOf, refusalOf } from '../wire/dav-response.ts';
import { canonicalHref } from '../wire/href.ts';
import { calendarMultiget } from '../wire/request-bodies.ts';
import type { Member } from './member-event.ts';

/** What became of the objects that were asked for. */
export interface Fetched {
  readonly changed: readonly ChangedObject[];
  /** Hrefs that the server says are gone. */
  readonly gone: readonly string[];
  readonly unreadable: readonly UnreadableObject[];
}

export type MultigetAnswer =
  | { readonly ok: true; readonly fetched: Fetched; readonly omitted: readonly Member[] }
  | DavRefusal;

/** One calendar-multiget (RFC 4791 7.9). Throws ProviderFailure when there is no answer to read. */
export async function multiget(
  session: CalendarSession,
  members: readonly Member[],
  signal: AbortSignal,
): Promise<MultigetAnswer> {
  const answer = await session.client.ask({
    method: 'REPORT',
    url: session.url,
    depth: 1,
    body: calendarMultiget(members.map(({ sent }) => sent)),
    maxBytes: session.limits.multigetBytes,
    signal,
  });
  if (!answer.ok) return answer;
  const wanted = new Map(members.map((member) => [member.href, member]));
  const fetched = {
    changed: [] as ChangedObject[],
    gone: [] as string[],
    unreadable: [] as UnreadableObject[],
  };
  for await (const item of answer.items) {
    if (item.kind === 'response') take(item, wanted, fetched, session.collection);
  }
  return { ok: true, fetched, omitted: [...wanted.values()] };
}

/** Strikes an object off `wanted` once it is settled, so that duplicates and objects nobody asked for fall through. */
function take(
  response: DavResponse,
  wanted: Map<string, Member>,
  into: { changed: ChangedObject[]; gone: string[]; unreadable: UnreadableObject[] },
  collection: string,
): void {
  const member = wanted.get(canonicalHref(response.href, collection));
  if (member === undefined) return;
  const refusal = refusalOf(response);
  const outcome = refusal === null ? toObject(response, member) : null;
  if (outcome !== null && 'body' in outcome) into.changed.push(outcome);
  else if (outcome !== null) into.unreadable.push(outcome);
  else if (refusal !== null && GONE.has(refusal)) into.gone.push(member.href);
  else if (refusal !== null)
    into.unreadable.push(unreadable(member, `The server answers with status ${refusal}.`));
  else return;
  wanted.delete(member.href);
}

/** 418 is how Nextcloud used to tell a deletion. */
export const GONE: ReadonlySet<number> = new Set([404, 410, 418]);

function toObject(response: DavResponse, member: Member): ChangedObject | UnreadableObject | null {
  return objectFrom(calendarDataOf(response), { ...member, etag: etagOf(response) ?? member.etag });
}

/** The object in a calendar-data element; null when there is none, so that it has to be asked for. */
export function objectFrom(
  data: DavElement | undefined,
  { href, etag }: Member,
): ChangedObject | UnreadableObject | null {
  if (data?.overlong === true) return unreadable({ href, etag }, TOO_LONG);
  return data === undefined || data.text.trim() === '' ? null : { href, etag, body: data.text };
}

export const TOO_LONG = 'It is larger than a calendar object can sensibly be.';

export function unreadable(
  { href, etag }: { readonly href: string; readonly etag: string | null },
  reason: string,
): UnreadableObject {
  return { href, etag, reason };
}
