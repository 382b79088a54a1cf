import { malformed } from '../../http/classify.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { type MemberEvent, memberEvent } from '../fetch/member-event.ts';
import type { DavAnswer, DavRefusal } from '../wire/dav-client.ts';
import { dav } from '../wire/dav-element.ts';
import { syncCollection } from '../wire/request-bodies.ts';

export type SyncEvent =
  | Exclude<MemberEvent, { kind: 'truncated' }>
  /** The server does not take this token, or does not do this report; nothing follows. */
  | { readonly kind: 'refused' }
  /** The last event of a report that was read to its end. */
  | { readonly kind: 'end'; readonly token: string };

/** More pages than any calendar needs; a server that goes on for ever is cut off. */
const MAX_PAGES = 10_000;

/**
 * Runs sync-collection from a token (empty: from nothing) and follows its pages. Throws ProviderFailure
 * where the answer is an error rather than a refusal, breaks off, or ends without a token.
 */
export async function* syncReport(
  session: CalendarSession,
  from: string,
  withData: boolean,
): AsyncGenerator<SyncEvent> {
  let token = from;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await ask(session, token, withData);
    if (!answer.ok) {
      if (!isRefusedToken(answer) && !isDeadAtICloud(session, token, answer)) throw answer.failure;
      yield { kind: 'refused' };
      return;
    }
    const outcome = yield* readPage(answer, session);
    if (outcome.token === null) throw malformed('it ends without a sync token');
    if (!outcome.truncated) {
      yield { kind: 'end', token: outcome.token };
      return;
    }
    if (outcome.token === token) break;
    token = outcome.token;
  }
  throw malformed('its pages do not come to an end');
}

function ask({ client, url, limits }: CalendarSession, token: string, withData: boolean): Promise<DavAnswer> {
  return client.ask({
    method: 'REPORT',
    url,
    // RFC 6578 3.2 wants Depth 0 beside the sync-level.
    depth: 0,
    body: syncCollection(token, withData),
    maxBytes: limits.reportBytes,
    totalMs: limits.reportMs,
  });
}

async function* readPage(
  answer: Extract<DavAnswer, { ok: true }>,
  session: CalendarSession,
): AsyncGenerator<SyncEvent, { token: string | null; truncated: boolean }> {
  let token: string | null = null;
  let truncated = false;
  for await (const item of answer.items) {
    if (item.kind === 'sync-token') {
      token = item.token || null;
      continue;
    }
    const event = memberEvent(item, session.collection);
    if (event?.kind === 'truncated') truncated = true;
    else if (event !== null) yield event;
  }
  return { token, truncated };
}

/** A bare 403 is all that iCloud says of a token it has forgotten; an account without rights gets the next one as well. */
function isDeadAtICloud({ dialect }: CalendarSession, token: string, { status }: DavRefusal): boolean {
  return dialect === 'icloud' && token !== '' && status === 403;
}

/**
 * Servers refuse an old token with 403 valid-sync-token (RFC 6578 3.2), 409, 410, 412, 415 or 400, and
 * xandikos with 500. A 401, a plain 403, a 404 and a 429 mean what they say.
 */
export function isRefusedToken({ status, preconditions }: DavRefusal): boolean {
  if (preconditions.has(dav('valid-sync-token'))) return true;
  if (status >= 500) return [500, 501, 507].includes(status);
  return status >= 400 && ![401, 403, 404, 429].includes(status);
}
