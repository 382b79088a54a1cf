import { randomUUID } from 'node:crypto';
import type { ProviderGateway } from '@atelier/providers/port/gateway';
import { openSyncWorld, type SyncWorld } from '@atelier/sync/testing/sync-world';
import { OPERATOR } from '../../actor.ts';
import type { Outcome } from '../../outcome.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import type { BookContext, BookSlot } from '../request/booking-request.ts';
import { type Submitted, submitBooking } from '../request/submit-booking.ts';
import { addArtist } from '../settings/add-artist.ts';
import { saveService } from '../settings/save-service.ts';
import { setArtist } from '../settings/set-artist.ts';
import { setHours } from '../settings/set-hours.ts';

/** A studio with one bookable artist whose calendar lies on a sandbox server. For tests. */
export interface TestStudio extends AsyncDisposable {
  readonly world: SyncWorld;
  readonly context: BookContext;
  readonly calendarId: string;
  readonly serviceId: string;
  /** 2026-03-12, in Zurich: open from 9 to 18. */
  at(time: string): Date;
  wish(time: string, more?: Partial<BookSlot>): BookSlot;
  book(time: string, more?: Partial<BookSlot>, key?: string | null): Promise<Outcome<Submitted>>;
  /** Texts of the artist's calendar at the provider. */
  remote(): readonly string[];
}

export function expectOk<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

const notHere = () => Promise.reject(new Error('not in these tests'));

/** That of an account nobody tells changes of. */
const NO_GATEWAY: ProviderGateway = {
  test: notHere,
  open: () => {
    throw new Error('not in these tests');
  },
};

export async function openTestStudio(): Promise<TestStudio> {
  await using stack = new AsyncDisposableStack();
  const world = stack.use(await openSyncWorld());
  const calendarId = await world.calendar('lea');
  await world.sync(calendarId);
  const unused = new Proxy({}, { get: () => notHere });
  const context: BookContext = {
    database: world.database,
    engine: world.engine,
    clock: () => world.at,
    newId: randomUUID,
    given: givenStudio(),
    gateways: {
      of: async () => NO_GATEWAY,
      finder: { find: () => Promise.reject(new Error('not in these tests')) },
    },
    signIns: unused as BookContext['signIns'],
    mailboxes: unused as BookContext['mailboxes'],
    news: unused as BookContext['news'],
    passwords: unused as BookContext['passwords'],
    secrets: { seal: (plain) => `sealed:${plain}`, open: (sealed) => sealed.slice(7), isStale: () => false },
  };
  const lea = { name: 'Léa', slug: 'lea', timeZone: 'Europe/Zurich', calendarId };
  expectOk(await addArtist(context, OPERATOR, lea));
  expectOk(await setArtist(context, OPERATOR, 'lea', { slotInterval: 30 }));
  const hours = { weekly: { mo: [['09:00', '18:00']], tu: [['09:00', '18:00']], th: [['09:00', '18:00']] } };
  expectOk(await setHours(context, OPERATOR, 'lea', hours));
  const service = { artist: 'lea', name: 'Small', minutes: 60, bufferAfter: 15 };
  const { id: serviceId } = expectOk(await saveService(context, OPERATOR, service));
  const at = (time: string) => new Date(`2026-03-12T${time}:00+01:00`);
  const wish = (time: string, more: Partial<BookSlot> = {}): BookSlot => ({
    artist: 'lea',
    serviceId,
    start: at(time),
    client: { name: 'Nora', email: 'nora@example.org' },
    ...more,
  });
  const owned = stack.move();
  return {
    world,
    context,
    calendarId,
    serviceId,
    at,
    wish,
    book: (time, more, key = null) => submitBooking(context, wish(time, more), key, 'page'),
    remote: () => [...world.sandbox.objects('ann', 'lea').values()].map(({ body }) => body),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
