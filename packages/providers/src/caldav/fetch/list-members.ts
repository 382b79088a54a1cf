import { malformed } from '../../http/classify.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { CTAG, isCalendar, isReadOnly, tokenText } from '../collection/remote-calendar.ts';
import { itemsOf } from '../wire/dav-client.ts';
import { COLLECTION_STATE, MEMBERS } from '../wire/request-bodies.ts';
import { type MemberEvent, memberEvent } from './member-event.ts';

/** Every member by PROPFIND Depth 1, which all servers do. Throws ProviderFailure. */
export async function* listMembers({
  client,
  url,
  collection,
  limits,
}: CalendarSession): AsyncGenerator<MemberEvent> {
  const answer = await client.ask({
    method: 'PROPFIND',
    url,
    depth: 1,
    body: MEMBERS,
    maxBytes: limits.reportBytes,
    totalMs: limits.reportMs,
  });
  for await (const item of itemsOf(answer)) {
    const event = item.kind === 'response' ? memberEvent(item, collection) : null;
    if (event?.kind === 'truncated') throw malformed('it lists only part of the calendar');
    if (event !== null) yield event;
  }
}

export interface CollectionState {
  readonly isCalendar: boolean;
  readonly ctag: string | null;
  readonly readOnly: boolean;
}

/** What the calendar's own URL says about itself. Throws ProviderFailure. */
export async function collectionState({ client, url }: CalendarSession): Promise<CollectionState> {
  const answer = await client.ask({ method: 'PROPFIND', url, depth: 0, body: COLLECTION_STATE });
  let state: CollectionState = { isCalendar: false, ctag: null, readOnly: false };
  for await (const item of itemsOf(answer)) {
    if (item.kind !== 'response') continue;
    state = { isCalendar: isCalendar(item), ctag: tokenText(item, CTAG), readOnly: isReadOnly(item) };
  }
  return state;
}
