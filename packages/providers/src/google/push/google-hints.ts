import { randomBytes, randomUUID } from 'node:crypto';
import { fieldOf, textOfField } from '../../json.ts';
import {
  type ChangeHints,
  type GrantedChannel,
  type HintAccess,
  type HintChannel,
  type HintRequest,
  type HintVerdict,
  REFUSED,
} from '../../port/change-hints.ts';
import { isSame } from '../../same-text.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { type GoogleAnswer, noAddress, unlike } from '../wire/google-failure.ts';
import { eventsPath } from '../wire/paths.ts';

/** Google grants a week at most. */
const LIFE = { hours: 7 * 24 };

/**
 * Channels of Google Calendar: each tells of one calendar, and that something changed, no more. None can be made to last:
 * another is opened before its end.
 */
export function googleHints(clientFor: (access: HintAccess) => GoogleClient): ChangeHints {
  return {
    wishes: (calendars) => calendars.map(({ href }) => ({ means: 'google', calendarHref: href })),
    prepare: () => ({ id: randomUUID(), secret: randomBytes(32).toString('base64url') }),
    register: (access, channel) => watch(clientFor(access), channel),
    remove: (access, channel) => stop(clientFor(access), channel),
    verify: async (request, channel) => verifyMessage(request, channel),
  };
}

async function watch(
  client: GoogleClient,
  { address, keys, calendarHref }: HintChannel,
): Promise<GrantedChannel> {
  const body = {
    id: String(keys['id']),
    type: 'web_hook',
    address,
    token: String(keys['secret']),
    params: { ttl: String(Temporal.Duration.from(LIFE).total('seconds')) },
  };
  const path = `${eventsPath(calendarHref ?? '')}/watch`;
  const answer = await client.send({ method: 'POST', path, body });
  if (answer.status !== 200) throw refusal(client, answer);
  const resource = textOfField(answer.body, 'resourceId');
  if (resource === null) throw unlike('it does not say what its channel is of');
  return { remote: { resource }, expiresAt: expiryOf(fieldOf(answer.body, 'expiration'), client) };
}

/** Milliseconds since 1970, as a text. */
function expiryOf(expiration: unknown, client: GoogleClient): Temporal.Instant {
  const at = Number(expiration);
  const latest = client.now().add(LIFE);
  const known = Number.isSafeInteger(at) && at > 0 ? Temporal.Instant.fromEpochMilliseconds(at) : latest;
  return Temporal.Instant.compare(known, latest) < 0 ? known : latest;
}

async function stop(client: GoogleClient, { keys, remote }: HintChannel): Promise<void> {
  const resourceId = textOfField(remote, 'resource');
  if (resourceId === null) return;
  const body = { id: String(keys['id']), resourceId };
  const answer = await client.send({ method: 'POST', path: '/channels/stop', body });
  if (answer.status >= 300 && answer.status !== 404) throw client.failure(answer);
}

/** A message has no content: by whose channel it comes is all that it says. */
function verifyMessage({ method, headers }: HintRequest, { keys, remote }: HintChannel): HintVerdict {
  const said = (name: string) => headers[`x-goog-${name}`] ?? '';
  const resource = textOfField(remote, 'resource');
  const known =
    method === 'POST' &&
    isSame(said('channel-token'), String(keys['secret'])) &&
    isSame(said('channel-id'), String(keys['id'])) &&
    // The first may come before the answer that names the resource.
    (resource === null || isSame(said('resource-id'), resource));
  if (!known) return REFUSED;
  const answer = { status: 204 };
  return said('resource-state') === 'sync'
    ? { kind: 'greeted', answer }
    : { kind: 'changed', hrefs: null, answer };
}

function refusal(client: GoogleClient, answer: GoogleAnswer): Error {
  if (answer.status === 400) return noAddress(answer.status);
  return client.failure(answer);
}
