import { failureFromStatus } from '../../http/classify.ts';
import type { GuardedHttp, HttpAnswer } from '../../http/guarded-http.ts';
import type { Json, Opaque } from '../../json.ts';
import { passwordOf } from '../../port/account.ts';
import {
  type GrantedChannel,
  type HintAccess,
  type HintChannel,
  type HintRequest,
  type HintVerdict,
  REFUSED,
} from '../../port/change-hints.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { davAccountOf } from '../dav-account.ts';
import { basicAuthorization } from '../wire/tsdav-requests.ts';
import { pushOfferOf, registration } from './push-offer.ts';
import { openMessage, type PushKeys } from './web-push-message.ts';

export interface PushOutside {
  readonly http: GuardedHttp;
  readonly now: () => Temporal.Instant;
}

const WISHED = { hours: 7 * 24 };
/** For a server that does not say it in a form that anybody can read (Nextcloud's app does not). */
const ASSUMED = { hours: 3 * 24 };

/** WebDAV-Push (draft-bitfire-webdav-push): the server posts to an address of ours, as it would to a push service. */
export async function registerPush(
  outside: PushOutside,
  access: HintAccess,
  channel: HintChannel,
): Promise<GrantedChannel> {
  const now = outside.now();
  const offer = pushOfferOf(channel.calendars[0]?.capabilities ?? {});
  if (offer === null) throw notOffered();
  const url = new URL(channel.calendarHref ?? '', originOf(access));
  const body = registration(channel.address, keysOf(channel.keys), now.add(WISHED));
  const headers = { 'content-type': 'application/xml; charset=utf-8', ...signedIn(access) };
  const answer = await outside.http.send({
    method: 'POST',
    url,
    headers,
    body,
    quick: true,
    totalMs: 15_000,
  });
  answer.discard();
  if (answer.status !== 201 && answer.status !== 204) throw refusal(answer, now);
  const location = URL.parse(answer.header('location') ?? '', url);
  if (location === null || location.origin !== url.origin) throw refusal(answer, now);
  return {
    remote: { registration: location.href, sender: offer.key },
    expiresAt: expiryOf(answer.header('expires'), now),
  };
}

/** The same address again makes it last longer. A server with a new key needs new keys of ours too. */
export async function renewPush(
  outside: PushOutside,
  access: HintAccess,
  channel: HintChannel,
): Promise<GrantedChannel> {
  const offer = pushOfferOf(channel.calendars[0]?.capabilities ?? {});
  if (offer?.key !== channel.remote['sender']) throw notOffered();
  return registerPush(outside, access, channel);
}

export async function removePush(
  { http, now }: PushOutside,
  access: HintAccess,
  { remote }: HintChannel,
): Promise<void> {
  const url = URL.parse(textOf(remote['registration']));
  if (url === null || url.origin !== originOf(access)) return;
  const answer = await http.send({
    method: 'DELETE',
    url,
    headers: signedIn(access),
    quick: true,
    totalMs: 15_000,
  });
  answer.discard();
  const gone = answer.status < 300 || answer.status === 404 || answer.status === 410;
  if (!gone) throw failureFromStatus(answer.status, answer.header('retry-after'), now());
}

/** Who has signed it and whether it was meant for us; what it says of the calendar is not believed. */
export async function verifyPush(
  request: HintRequest,
  channel: HintChannel,
  now: Temporal.Instant,
): Promise<HintVerdict> {
  // A message may arrive before the answer to the registration does.
  const offered = pushOfferOf(channel.calendars[0]?.capabilities ?? {})?.key ?? '';
  const sender = textOf(channel.remote['sender']) || offered;
  const audience = new URL(channel.address).origin;
  const text =
    request.method === 'POST' && sender !== ''
      ? await openMessage(request, keysOf(channel.keys), { sender, audience, now })
      : null;
  if (text === null) return REFUSED;
  // Only of its transports: the server has another key, or none any more.
  const ended = text.includes('property-update') && !text.includes('content-update');
  if (ended) return { kind: 'ended', answer: { status: 201 } };
  return { kind: 'changed', hrefs: null, answer: { status: 201 } };
}

function expiryOf(header: string | undefined, now: Temporal.Instant): Temporal.Instant {
  const at = Date.parse(header ?? '');
  const least = now.add({ minutes: 10 });
  if (Number.isNaN(at)) return now.add(ASSUMED);
  return at < least.epochMilliseconds ? least : Temporal.Instant.fromEpochMilliseconds(at);
}

function originOf({ reach }: HintAccess): string {
  return new URL(davAccountOf(reach).homeUrls[0] ?? '').origin;
}

function signedIn({ credential }: HintAccess) {
  return { authorization: basicAuthorization(passwordOf(credential)) };
}

function keysOf({ publicKey, privateKey, auth }: Opaque): PushKeys {
  return { publicKey: textOf(publicKey), privateKey: textOf(privateKey), auth: textOf(auth) };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function refusal(answer: HttpAnswer, now: Temporal.Instant): ProviderFailure {
  if (answer.status === 401 || answer.status === 429 || answer.status >= 500)
    return failureFromStatus(answer.status, answer.header('retry-after'), now);
  return new ProviderFailure(
    'forbidden',
    `The server did not take the address to which it should tell of changes (status ${answer.status}).`,
    'It must be able to reach the public address of this installation by https://.',
  );
}

function notOffered(): ProviderFailure {
  return new ProviderFailure(
    'not-found',
    'The server does not tell of changes to this calendar any more.',
    'It is asked again by itself.',
  );
}
