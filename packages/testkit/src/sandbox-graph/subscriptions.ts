import { createTellings, type Tellings } from '../sandbox/push/tellings.ts';
import { type Fields, GraphError, type GraphStore, notFound, type StoredUser } from './graph-store.ts';
import type { Asked } from './lint.ts';
import type { Answered } from './serving.ts';

export interface Subscription {
  readonly id: string;
  readonly user: StoredUser;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
  readonly clientState: string;
  readonly changeType: string;
  readonly resource: string;
  expires: Temporal.Instant;
}

export interface SubscriptionHabits {
  /** Whether its address is tried before the subscription is answered for, or afterwards. */
  handshake: 'before' | 'after';
  /** One request tells of all subscriptions that there are, wherever it goes. */
  batched: boolean;
}

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** Who wants to know of changes in a mailbox, and telling them. */
export interface GraphPush extends Omit<Tellings, 'tell'> {
  readonly subscribing: SubscriptionHabits;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  /** What receivers have said in handshakes: status, type and text. */
  readonly greetings: readonly { readonly status: number; readonly type: string; readonly text: string }[];
  /** Tells that something is up with a subscription; one that is removed is gone. */
  lifecycle(id: string, event: LifecycleEvent): void;
  /** It is gone, and nobody is told. */
  drop(id: string): void;
}

export interface Subscribing extends GraphPush {
  answer(user: StoredUser, asked: Asked): Promise<Answered>;
  changed(user: StoredUser, changeType: 'created' | 'updated' | 'deleted', eventId: string): void;
}

const LONGEST = { minutes: 10_080 };
const SHORTEST = { minutes: 45 };

export function createSubscriptions({ now, newId }: Pick<GraphStore, 'now' | 'newId'>): Subscribing {
  const subscriptions = new Map<string, Subscription>();
  const greetings: { status: number; type: string; text: string }[] = [];
  const tellings = createTellings();
  const subscribing: SubscriptionHabits = { handshake: 'before', batched: false };

  async function greets(address: string): Promise<boolean> {
    const token = `Validation: Testing client application reachability <&> ${newId()}`;
    const url = `${address}?validationToken=${encodeURIComponent(token)}`;
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    const answer = await fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(10_000) }).catch(
      () => null,
    );
    if (answer === null) return false;
    const { status } = answer;
    const greeting = { status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
    greetings.push(greeting);
    return status === 200 && greeting.type.startsWith('text/plain') && greeting.text === token;
  }

  async function greeted({ notificationUrl, lifecycleNotificationUrl }: Subscription): Promise<boolean> {
    return (await greets(notificationUrl)) && (await greets(lifecycleNotificationUrl));
  }

  async function create(user: StoredUser, body: Fields): Promise<Answered> {
    const made = wanted(user, body, newId(), now());
    const same = [...subscriptions.values()].some(
      (one) => one.user === user && one.resource === made.resource && one.changeType === made.changeType,
    );
    if (same) throw new GraphError(409, 'Conflict', 'A subscription of this kind exists.');
    const failed = new GraphError(400, 'ValidationError', 'Subscription validation request failed.');
    if (subscribing.handshake === 'before' && !(await greeted(made))) throw failed;
    subscriptions.set(made.id, made);
    if (subscribing.handshake === 'after')
      tellings.tell(async () => {
        if (!(await greeted(made))) subscriptions.delete(made.id);
        return { status: 200 };
      });
    return { status: 201, body: shown(made) };
  }

  function one(user: StoredUser, id: string, { method, body }: Asked): Answered {
    const found = subscriptions.get(id);
    if (!found || found.user !== user || Temporal.Instant.compare(found.expires, now()) <= 0)
      throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
    if (method === 'DELETE') {
      subscriptions.delete(id);
      return { status: 204, body: null };
    }
    if (method === 'PATCH') found.expires = expiryIn(body ?? {}, now());
    return { status: 200, body: shown(found) };
  }

  function post(address: string, value: readonly Fields[]): void {
    const body = JSON.stringify({ value });
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    tellings.tell(() => fetch(address, { method: 'POST', headers, body }));
  }

  return {
    subscribing,
    subscriptions,
    greetings,
    get habits() {
      return tellings.habits;
    },
    set habits(habits) {
      tellings.habits = habits;
    },
    answers: tellings.answers,
    release: tellings.release,
    settled: tellings.settled,
    lifecycle(id, lifecycleEvent) {
      const found = subscriptions.get(id);
      if (!found) return;
      if (lifecycleEvent === 'subscriptionRemoved') subscriptions.delete(id);
      post(found.lifecycleNotificationUrl, [{ ...about(found), lifecycleEvent }]);
    },
    drop: (id) => void subscriptions.delete(id),
    async answer(user, asked) {
      const id = asked.path.split('/')[2];
      if (id !== undefined) return one(user, decodeURIComponent(id), asked);
      if (asked.method === 'POST' && asked.body) return await create(user, asked.body);
      if (asked.method !== 'GET') throw notFound();
      const mine = [...subscriptions.values()].filter((each) => each.user === user);
      return { status: 200, body: { value: mine.map(shown) } };
    },
    changed(user, changeType, eventId) {
      const living = [...subscriptions.values()].filter(
        ({ expires }) => Temporal.Instant.compare(expires, now()) > 0,
      );
      for (const to of living.filter((each) => each.user === user)) {
        const told = subscribing.batched ? living : [to];
        post(
          to.notificationUrl,
          told.map((each) => ({ ...about(each), changeType, ...resourceOf(each, eventId) })),
        );
      }
    },
  };
}

function wanted(user: StoredUser, body: Fields, id: string, now: Temporal.Instant): Subscription {
  const text = (name: string) => String(body[name] ?? '');
  if (text('resource') !== '/me/events' || text('changeType') === '')
    throw new GraphError(400, 'InvalidRequest', 'This resource has no notifications.');
  return {
    id,
    user,
    notificationUrl: text('notificationUrl'),
    lifecycleNotificationUrl: text('lifecycleNotificationUrl'),
    clientState: text('clientState'),
    changeType: text('changeType'),
    resource: text('resource'),
    expires: expiryIn(body, now),
  };
}

function expiryIn(body: Fields, now: Temporal.Instant): Temporal.Instant {
  const asked = Temporal.Instant.from(String(body['expirationDateTime']));
  if (Temporal.Instant.compare(asked, now.add(LONGEST)) > 0)
    throw new GraphError(
      400,
      'ExtensionError',
      'Subscription expiration can only be 10080 minutes in the future.',
    );
  const least = now.add(SHORTEST);
  return Temporal.Instant.compare(asked, least) < 0 ? least : asked;
}

function shown({ id, resource, changeType, notificationUrl, expires }: Subscription): Fields {
  return {
    id,
    resource,
    changeType,
    notificationUrl,
    expirationDateTime: expires.toString(),
    clientState: null,
  };
}

function about({ id, clientState, expires }: Subscription): Fields {
  return {
    subscriptionId: id,
    subscriptionExpirationDateTime: expires.toString(),
    tenantId: 'tenant',
    clientState,
  };
}

function resourceOf({ user }: Subscription, eventId: string): Fields {
  const resource = `Users/${user.id}/Events/${eventId}`;
  const type = '#Microsoft.Graph.Event';
  return { resource, resourceData: { '@odata.type': type, '@odata.id': resource, id: eventId } };
}
