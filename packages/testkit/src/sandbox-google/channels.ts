import { createTellings, type Tellings } from '../sandbox/push/tellings.ts';
import { type Fields, GoogleError, type GoogleStore, type StoredCalendar } from './google-store.ts';
import type { Asked } from './lint.ts';

export interface WatchChannel {
  readonly id: string;
  readonly token: string;
  readonly address: string;
  readonly resourceId: string;
  readonly calendar: StoredCalendar;
  readonly expires: Temporal.Instant;
}

export interface WatchHabits {
  /** Whether the first message comes before the answer, or afterwards. */
  sync: 'before' | 'after';
  /** Ids of calendars of which nothing is told. */
  unsupported: readonly string[];
  /** Addresses are not taken at all. */
  refuses: boolean;
}

/** Who wants to know of changes in a calendar, and telling them. */
export interface GooglePush extends Omit<Tellings, 'tell'> {
  readonly watching: WatchHabits;
  readonly channels: ReadonlyMap<string, WatchChannel>;
}

export interface Watching extends GooglePush {
  /** Of `events/watch`. @throws GoogleError */
  watch(calendar: StoredCalendar, body: Fields): Promise<Fields>;
  /** Of `channels/stop`. @throws GoogleError */
  stop(body: Fields): void;
  changed(calendar: StoredCalendar): void;
}

const LONGEST_S = 7 * 24 * 3_600;

export function createChannels({ now }: Pick<GoogleStore, 'now'>): Watching {
  const channels = new Map<string, WatchChannel>();
  const tellings = createTellings();
  const watching: WatchHabits = { sync: 'before', unsupported: [], refuses: false };
  let messages = 0;

  async function send(channel: WatchChannel, state: 'sync' | 'exists'): Promise<Response> {
    // Numbers grow, and leave gaps.
    messages += state === 'sync' ? 1 : 7;
    const headers = {
      'x-goog-channel-id': channel.id,
      'x-goog-channel-token': channel.token,
      'x-goog-channel-expiration': new Date(channel.expires.epochMilliseconds).toUTCString(),
      'x-goog-message-number': String(messages),
      'x-goog-resource-id': channel.resourceId,
      'x-goog-resource-uri': 'https://www.googleapis.com/calendar/v3/calendars/x/events?alt=json',
      'x-goog-resource-state': state,
    };
    return fetch(channel.address, { method: 'POST', headers });
  }

  return {
    watching,
    channels,
    get habits() {
      return tellings.habits;
    },
    set habits(habits) {
      tellings.habits = habits;
    },
    answers: tellings.answers,
    release: tellings.release,
    settled: tellings.settled,
    async watch(calendar, body) {
      const text = (name: string) => String(body[name] ?? '');
      if (watching.refuses)
        throw new GoogleError(401, 'push.webhookUrlUnauthorized', 'Unauthorized WebHook callback channel');
      if (watching.unsupported.includes(calendar.id))
        throw new GoogleError(400, 'pushNotSupportedForRequestedResource', 'Push is not supported here.');
      if (channels.has(text('id'))) throw new GoogleError(400, 'channelIdNotUnique', 'Channel id not unique');
      const ttl = Number((body['params'] as Fields | undefined)?.['ttl'] ?? LONGEST_S);
      const channel: WatchChannel = {
        id: text('id'),
        token: text('token'),
        address: text('address'),
        resourceId: `resource-of-${calendar.id}`,
        calendar,
        expires: now().add({ seconds: Math.min(ttl, LONGEST_S) }),
      };
      channels.set(channel.id, channel);
      if (watching.sync === 'before') await send(channel, 'sync').catch(() => null);
      else tellings.tell(() => send(channel, 'sync'));
      const { id, resourceId, expires } = channel;
      return { kind: 'api#channel', id, resourceId, expiration: String(expires.epochMilliseconds) };
    },
    stop(body) {
      const channel = channels.get(String(body['id']));
      if (!channel || channel.resourceId !== body['resourceId'])
        throw new GoogleError(404, 'notFound', 'Channel not found');
      channels.delete(channel.id);
    },
    changed(calendar) {
      for (const channel of channels.values()) {
        if (channel.calendar !== calendar || Temporal.Instant.compare(channel.expires, now()) <= 0) continue;
        tellings.tell(() => send(channel, 'exists'));
      }
    },
  };
}

/** Which of these a request is; null for none. */
export function watchRequest({ method, path }: Asked): { readonly calendar: string | null } | null {
  if (method !== 'POST') return null;
  if (path === '/channels/stop') return { calendar: null };
  const [, calendar] = /^\/calendars\/([^/]+)\/events\/watch$/.exec(path) ?? [];
  return calendar === undefined ? null : { calendar: decodeURIComponent(calendar) };
}
