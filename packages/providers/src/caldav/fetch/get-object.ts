import { failureFromStatus, notCalDav } from '../../http/classify.ts';
import type { ChangedObject, UnreadableObject } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { type CalendarSession, objectUrl } from '../collection/calendar-session.ts';
import { decodeText } from '../wire/decode-text.ts';
import { ELEMENT_LIMITS } from '../wire/element-limits.ts';
import type { Member } from './member-event.ts';
import { GONE, TOO_LONG, unreadable } from './multiget.ts';

export type ObjectAnswer =
  | { readonly kind: 'here'; readonly object: ChangedObject }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly object: UnreadableObject };

/**
 * One object by a plain GET, for what a multiget left out or choked on. A fault of the object (damaged, too
 * large, 403, 500) makes it unreadable; a fault of the server or the account throws ProviderFailure.
 */
export async function getObject(
  session: CalendarSession,
  member: Member,
  signal: AbortSignal,
): Promise<ObjectAnswer> {
  try {
    const url = objectUrl(session, member.href);
    const answer = await session.client.get(url, { maxBytes: ELEMENT_LIMITS.maxText, signal });
    if (answer.status === 200) {
      const etag = member.etag ?? answer.header('etag') ?? null;
      const contentType = answer.header('content-type');
      const body = await textOf(answer.body, contentType);
      if (isWebPage(contentType, body)) throw notCalDav('a web page');
      return { kind: 'here', object: { href: member.href, etag, body } };
    }
    answer.discard();
    if (GONE.has(answer.status)) return { kind: 'gone' };
    const failure = failureFromStatus(answer.status, answer.header('retry-after'), session.client.now());
    if (isOfTheServer(failure)) throw failure;
    return {
      kind: 'unreadable',
      object: unreadable(member, `The server answers with status ${answer.status}.`),
    };
  } catch (error) {
    if (!isPoison(error)) throw error;
    return {
      kind: 'unreadable',
      object: unreadable(member, error.kind === 'too-large' ? TOO_LONG : error.message),
    };
  }
}

/** An answer that one bad object can spoil for all others in it. */
export function isPoison(error: unknown): error is ProviderFailure {
  return error instanceof ProviderFailure && (error.kind === 'malformed' || error.kind === 'too-large');
}

function isOfTheServer({ kind, status }: ProviderFailure): boolean {
  return kind === 'credentials' || kind === 'throttled' || (kind === 'server-error' && status !== 500);
}

/** A login page or a proxy's notice, with status 200. */
function isWebPage(contentType: string | undefined, body: string): boolean {
  return contentType?.toLowerCase().includes('html') === true && !body.includes('BEGIN:VCALENDAR');
}

async function textOf(body: AsyncIterable<Uint8Array>, contentType: string | undefined): Promise<string> {
  const parts: string[] = [];
  for await (const part of decodeText(body, contentType)) parts.push(part);
  return parts.join('');
}
