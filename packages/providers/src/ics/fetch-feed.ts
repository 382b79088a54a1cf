import { decodeFile } from '@atelier/calendar/text/decode-file';
import { failureFromStatus, malformed } from '../http/classify.ts';
import type { GuardedHttp, HttpAnswer, TrafficMeter } from '../http/guarded-http.ts';
import { ProviderFailure } from '../port/failure.ts';
import { type CutFeed, cutFeed } from './cut-feed.ts';
import type { FeedAddress } from './feed-address.ts';
import { type FeedObject, feedObjects, feedVersion } from './feed-objects.ts';

/** By which a server tells whether anything is new (RFC 9110, 13.1). */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** A feed as it was read, whole. */
export interface ReadFeed extends Validators {
  readonly properties: CutFeed['properties'];
  readonly objects: readonly FeedObject[];
  readonly version: string;
}

export interface FeedFetch {
  readonly http: GuardedHttp;
  readonly feed: FeedAddress;
  readonly now: () => Temporal.Instant;
  readonly meter: TrafficMeter;
  readonly signal?: AbortSignal;
}

const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Asks once. Only a complete 200 counts; null where the server says that nothing is new.
 * @throws ProviderFailure for anything else, which is never "no events" (S8, S9).
 */
export async function fetchFeed(fetch: FeedFetch, had: Validators | null): Promise<ReadFeed | null> {
  const { http, feed, now, meter, signal } = fetch;
  const answer = await http.send({
    method: 'GET',
    url: feed.url,
    headers: headersFor(feed, had),
    elsewhere: true,
    maxBytes: MOST_BYTES,
    meter,
    ...(signal && { signal }),
  });
  if (answer.status === 304 && had !== null) {
    answer.discard();
    return null;
  }
  if (answer.status !== 200) {
    answer.discard();
    if (answer.status >= 200 && answer.status < 400) throw NOT_WHOLE();
    throw explained(failureFromStatus(answer.status, answer.header('retry-after'), now()));
  }
  return readAnswer(answer);
}

function headersFor(
  { authorization }: FeedAddress,
  had: Validators | null,
): Readonly<Record<string, string>> {
  return {
    accept: 'text/calendar, */*;q=0.5',
    ...(authorization !== null && { authorization }),
    ...(had?.etag && { 'if-none-match': had.etag }),
    ...(had?.modified && { 'if-modified-since': had.modified }),
  };
}

async function readAnswer(answer: HttpAnswer): Promise<ReadFeed> {
  const text = await textOf(answer);
  if (!/BEGIN:VCALENDAR/i.test(text)) throw notAFeed(text, answer.header('content-type'));
  const cut = await cutFeed(text);
  if (!cut.whole) throw NOT_WHOLE();
  const objects = await feedObjects(cut);
  return {
    properties: cut.properties,
    objects,
    version: feedVersion(objects),
    etag: answer.header('etag') ?? null,
    modified: answer.header('last-modified') ?? null,
  };
}

async function textOf(answer: HttpAnswer): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const charset = /;\s*charset="?([^";\s]+)/i.exec(answer.header('content-type') ?? '')?.[1] ?? 'utf-8';
  if (/^utf-?(?:8|16)/i.test(charset)) return decodeFile(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return decodeFile(bytes);
  }
}

function NOT_WHOLE(): ProviderFailure {
  return malformed('the calendar was cut short on the way');
}

/** What people paste instead: the page on which a calendar is shown, or one that asks to sign in. */
function notAFeed(text: string, contentType: string | undefined): ProviderFailure {
  const page = contentType?.toLowerCase().includes('html') === true || /^\s*<(?:!doctype|html)/i.test(text);
  return new ProviderFailure(
    'wrong-service',
    page ? 'This address leads to a web page, not to a calendar.' : 'There is no calendar at this address.',
    PASTE_THE_RIGHT_ONE,
  );
}

const PASTE_THE_RIGHT_ONE =
  'Copy the address that your calendar offers for subscribing; it often ends in .ics, or begins with webcal://.';

/** The words for servers of accounts speak of CalDAV, which nobody who pastes an address has heard of. */
function explained(failure: ProviderFailure): ProviderFailure {
  if (failure.kind !== 'wrong-service') return failure;
  return new ProviderFailure(
    'wrong-service',
    `There is no calendar at this address (status ${failure.status ?? 0}).`,
    PASTE_THE_RIGHT_ONE,
  );
}
