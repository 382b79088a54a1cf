import { setImmediate as turn } from 'node:timers/promises';
import webPush from 'web-push';
import type { StoredCalendar } from '../store/stored-calendar.ts';
import { type DavName, escapeXml } from '../wire/dav-name.ts';

/** How a server with WebDAV-Push behaves, as Nextcloud's app does where nothing else is said. */
export interface PushHabits {
  /** The `Expires` of a registration; Nextcloud's is not readable. */
  readonly expires?: (asked: string) => string;
  /** Takes nothing. */
  readonly refuses?: boolean;
  /** Never tells of anything. */
  readonly silent?: boolean;
}

export interface Subscription {
  readonly id: string;
  readonly calendar: string;
  readonly resource: string;
  readonly expires: string;
}

export interface SentPush {
  readonly resource: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** WebDAV-Push of a sandbox: who wants to be told of which calendar, and telling them. */
export interface DavPush {
  habits: PushHabits;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  /** What receivers have answered, in order. */
  readonly answers: readonly number[];
  /** What was sent, for whoever wants to send it again. */
  readonly sent: readonly SentPush[];
  readonly publicKey: string;
  /** From now on the server signs with another key. */
  rotate(): void;
  register(calendar: StoredCalendar, body: string): Subscription | null;
  remove(id: string): boolean;
  /** Resolves when everything has been told that was to be told. */
  settled(): Promise<void>;
}

export const TRANSPORTS: DavName = '{https://bitfire.at/webdav-push}transports';

export function createDavPush(newId: () => string): DavPush {
  let keys = webPush.generateVAPIDKeys();
  const subscriptions = new Map<string, Subscription & { readonly p256dh: string; readonly auth: string }>();
  const answers: number[] = [];
  const sent: SentPush[] = [];
  const sending = new Set<Promise<void>>();

  async function send(subscription: Subscription & { readonly p256dh: string; readonly auth: string }) {
    const { resource, p256dh, auth } = subscription;
    const text = `<?xml version="1.0"?><P:push-message xmlns:P="https://bitfire.at/webdav-push" xmlns:D="DAV:"><P:topic>${subscription.calendar}</P:topic><P:content-update><D:sync-token>x</D:sync-token></P:content-update></P:push-message>`;
    const asked = webPush.generateRequestDetails({ endpoint: resource, keys: { p256dh, auth } }, text, {
      vapidDetails: { subject: 'mailto:admin@sandbox.example', ...keys },
      TTL: 60,
      contentEncoding: 'aes128gcm',
    });
    const headers = Object.entries(asked.headers).map(([name, value]) => [name, String(value)] as const);
    const message = {
      resource,
      headers: Object.fromEntries(headers.filter(([name]) => !/^content-length$/i.test(name))),
      body: new Uint8Array(asked.body ?? []),
    };
    sent.push(message);
    const answer = await sendPush(message).catch(() => null);
    answers.push(answer?.status ?? 0);
  }

  function tell(calendar: StoredCalendar): void {
    if (push.habits.silent) return;
    for (const one of subscriptions.values()) {
      if (one.calendar !== placeOf(calendar)) continue;
      const telling = send(one).finally(() => sending.delete(telling));
      sending.add(telling);
    }
  }

  const push: DavPush = {
    habits: {},
    subscriptions,
    answers,
    sent,
    get publicKey() {
      return keys.publicKey;
    },
    rotate: () => {
      keys = webPush.generateVAPIDKeys();
    },
    register(calendar, body) {
      const text = (tag: string) => new RegExp(`<\\w+:${tag}[^>]*>([^<]*)<`).exec(body)?.[1] ?? '';
      const resource = text('push-resource');
      if (push.habits.refuses || !URL.canParse(resource) || !/type="p256dh"/.test(body)) return null;
      const known = [...subscriptions.values()].find((one) => one.resource === resource);
      const asked = text('expires');
      const subscription = {
        id: known?.id ?? newId(),
        calendar: placeOf(calendar),
        resource,
        p256dh: text('subscription-public-key'),
        auth: text('auth-secret'),
        expires: push.habits.expires?.(asked) ?? asked.replace('GMT', '+0000+'),
      };
      subscriptions.set(subscription.id, subscription);
      calendar.changed = () => tell(calendar);
      return subscription;
    },
    remove: (id) => subscriptions.delete(id),
    async settled() {
      await turn();
      while (sending.size > 0) await Promise.all(sending);
    },
  };
  return push;
}

export function sendPush({ resource, headers, body }: SentPush): Promise<Response> {
  return fetch(resource, { method: 'POST', headers, body });
}

/** What the property `transports` holds. */
export function transports({ publicKey }: DavPush): string {
  const p = 'xmlns:P="https://bitfire.at/webdav-push"';
  return `<P:web-push ${p}><P:vapid-public-key type="p256ecdsa">${escapeXml(publicKey)}</P:vapid-public-key></P:web-push>`;
}

function placeOf({ owner, uri }: StoredCalendar): string {
  return `${owner}/${uri}`;
}
