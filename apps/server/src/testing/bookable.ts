import { once } from 'node:events';
import { OPERATOR } from '@atelier/usecases/actor';
import { addArtist } from '@atelier/usecases/booking/settings/add-artist';
import { saveService } from '@atelier/usecases/booking/settings/save-service';
import { setArtist } from '@atelier/usecases/booking/settings/set-artist';
import { setHours } from '@atelier/usecases/booking/settings/set-hours';
import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import type { Outcome } from '@atelier/usecases/outcome';
import superjson from 'superjson';
import { WebSocket } from 'ws';
import { isPing, type TestServer } from './server.ts';

/** An artist whom anybody may book, in a week from now, from 9 to 12. */
export interface Bookable {
  readonly slug: string;
  readonly serviceId: string;
  readonly calendarId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  at(time: string): Date;
}

export function expectOk<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

const ZONE = 'Europe/Zurich';

export async function addBookable(
  { context }: Pick<TestServer, 'context'>,
  { slug, owner }: { readonly slug: string; readonly owner: string },
): Promise<Bookable> {
  const calendar = { name: slug, owner, zone: ZONE, kind: 'personal' } as const;
  const { id: calendarId } = expectOk(await addCalendar(context, OPERATOR, calendar));
  expectOk(await addArtist(context, OPERATOR, { name: slug, slug, timeZone: ZONE, calendarId }));
  expectOk(await setArtist(context, OPERATOR, slug, { slotInterval: 60, autoConfirm: true }));
  const day = Temporal.Now.plainDateISO(ZONE).add({ days: 7 });
  const date = day.toString();
  const overrides = [{ date, ranges: [['09:00', '12:00']] }];
  expectOk(await setHours(context, OPERATOR, slug, { weekly: {}, overrides }));
  const service = { artist: slug, name: 'Small', minutes: 60 };
  const { id: serviceId } = expectOk(await saveService(context, OPERATOR, service));
  const at = (time: string) =>
    new Date(day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds);
  return { slug, serviceId, calendarId, date, at };
}

interface News {
  readonly kind: 'all' | 'days';
  readonly days: readonly { readonly date: string; readonly slots: readonly { readonly start: Date }[] }[];
}

/** An open booking page, by hand. */
export interface SlotPage extends AsyncDisposable {
  readonly heard: readonly News[];
  /** Everything as it came over the wire. */
  readonly wire: readonly string[];
  readonly errors: readonly string[];
  /** Starts that are offered as far as this page knows. */
  starts(): readonly number[];
  /** Waits until the page shows what is asked; how long that took, in ms. */
  until(shows: (starts: readonly number[]) => boolean): Promise<number>;
  untilError(): Promise<string>;
}

export async function openSlotPage(
  { origin }: Pick<TestServer, 'origin'>,
  { slug, serviceId, date }: Bookable,
  { hold, streams = 1 }: { readonly hold?: string; readonly streams?: number } = {},
): Promise<SlotPage> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/trpc`, { headers: { origin } });
  const [heard, wire, errors]: [News[], string[], string[]] = [[], [], []];
  const days = new Map<string, readonly number[]>();
  socket.on('message', (message) => {
    if (isPing(socket, message)) return;
    wire.push(String(message));
    const { result, error } = JSON.parse(String(message));
    if (error) errors.push((superjson.deserialize(error) as { message: string }).message);
    if (result?.type !== 'data') return;
    const news = superjson.deserialize<News>(result.data);
    heard.push(news);
    if (news.kind === 'all') days.clear();
    for (const day of news.days)
      days.set(
        day.date,
        day.slots.map(({ start }) => start.getTime()),
      );
  });
  const closed = once(socket, 'close');
  await once(socket, 'open');
  const input = superjson.serialize({ artist: slug, serviceId, from: date, to: date, hold: hold ?? null });
  for (let id = 1; id <= streams; id += 1)
    socket.send(
      JSON.stringify({ id, method: 'subscription', params: { path: 'booking.watchSlots', input } }),
    );
  const starts = () => [...days.values()].flat();
  return {
    heard,
    wire,
    errors,
    starts,
    async until(shows) {
      const begun = performance.now();
      while (heard.length === 0 || !shows(starts())) await once(socket, 'message');
      return performance.now() - begun;
    },
    async untilError() {
      while (errors.length === 0) await once(socket, 'message');
      return errors[0] ?? '';
    },
    [Symbol.asyncDispose]: async () => {
      socket.close();
      await closed;
    },
  };
}
