import { randomBytes } from 'node:crypto';
import { fieldOf, listOf, textOfField } from '../../json.ts';
import type { ChangeHints, GrantedChannel, HintAccess, HintChannel } from '../../port/change-hints.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { type GraphAnswer, unlike } from '../wire/graph-failure.ts';
import { idOf } from './subscription-id.ts';
import { verifyNotification } from './verify-notification.ts';

/** Events are told of for less than seven days (10,080 minutes); what is asked for beyond that is refused. */
const LIFE = { minutes: 10_000 };

/**
 * Subscriptions of Microsoft Graph: one tells of all events of a person's mailbox, without what stands in them. Microsoft
 * calls back before it answers, so whoever asks must be able to be asked meanwhile.
 */
export function graphHints(clientFor: (access: HintAccess) => GraphClient): ChangeHints {
  return {
    wishes: (calendars) => (calendars.length === 0 ? [] : [{ means: 'graph', calendarHref: null }]),
    prepare: () => ({ secret: randomBytes(32).toString('base64url') }),
    register: (access, channel) => register(clientFor(access), channel),
    renew: (access, channel) => renew(clientFor(access), channel),
    remove: (access, channel) => remove(clientFor(access), idOf(channel.remote)),
    verify: async (request, channel) => verifyNotification(request, channel),
  };
}

async function register(client: GraphClient, channel: HintChannel): Promise<GrantedChannel> {
  const answer = await create(client, channel);
  if (answer.status !== 409) return granted(client, answer, 201);
  // One that was made before and whose answer was lost stands in the way.
  await removeOurs(client, channel.address);
  return granted(client, await create(client, channel), 201);
}

function create(client: GraphClient, { address, keys }: HintChannel): Promise<GraphAnswer> {
  const body = {
    changeType: 'created,updated,deleted',
    notificationUrl: address,
    lifecycleNotificationUrl: address,
    resource: '/me/events',
    expirationDateTime: expiry(client),
    clientState: String(keys['secret']),
  };
  return client.send({ method: 'POST', path: '/subscriptions', body });
}

async function renew(client: GraphClient, { remote }: HintChannel): Promise<GrantedChannel> {
  const body = { expirationDateTime: expiry(client) };
  const path = pathOf(idOf(remote) ?? '');
  return granted(client, await client.send({ method: 'PATCH', path, body }), 200);
}

async function remove(client: GraphClient, id: string | null): Promise<void> {
  if (id === null) return;
  const answer = await client.send({ method: 'DELETE', path: pathOf(id) });
  if (answer.status >= 300 && answer.status !== 404) throw client.failure(answer);
}

/** Of this mailbox, those that lead to us. */
async function removeOurs(client: GraphClient, address: string): Promise<void> {
  const here = new URL('/hooks/', address).href;
  const list = listOf(await client.read('/subscriptions'), 'value');
  const ours = list.filter((one) => textOfField(one, 'notificationUrl')?.startsWith(here));
  for (const one of ours) await remove(client, textOfField(one, 'id'));
}

function granted(client: GraphClient, answer: GraphAnswer, good: number): GrantedChannel {
  if (answer.status === 404) throw gone();
  if (answer.status === 400) throw notReached();
  if (answer.status !== good) throw client.failure(answer);
  const id = textOfField(answer.body, 'id');
  if (id === null) throw unlike('it does not say which subscription it has made');
  return { remote: { id }, expiresAt: untilIn(answer.body, client) };
}

function untilIn(body: unknown, client: GraphClient): Temporal.Instant {
  try {
    return Temporal.Instant.from(String(fieldOf(body, 'expirationDateTime')));
  } catch {
    return client.now().add(LIFE);
  }
}

const expiry = (client: GraphClient) => client.now().add(LIFE).toString({ smallestUnit: 'second' });
const pathOf = (id: string) => `/subscriptions/${encodeURIComponent(id)}`;

function gone(): ProviderFailure {
  return new ProviderFailure(
    'not-found',
    'Microsoft tells of changes to this account no more.',
    'It is asked again by itself.',
    { status: 404 },
  );
}

function notReached(): ProviderFailure {
  return new ProviderFailure(
    'forbidden',
    'Microsoft did not take the address to which it should tell of changes.',
    'It must be able to reach the public address of this installation by https://, and get an answer within 10 seconds.',
    { status: 400 },
  );
}
