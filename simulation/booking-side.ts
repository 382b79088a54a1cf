import type { SyncEngine } from '@atelier/sync/run/engine';
import { OPERATOR } from '@atelier/usecases/actor';
import { expireRequests } from '@atelier/usecases/booking/follow/expire-requests';
import { followBookings } from '@atelier/usecases/booking/follow/follow-bookings';
import type { BookContext, BookSlot } from '@atelier/usecases/booking/request/booking-request';
import { submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import { setHours } from '@atelier/usecases/booking/settings/set-hours';
import { takeStep } from '@atelier/usecases/booking/step/step-booking';
import { workDue } from '@atelier/usecases/jobs/testing/work-due';
import type { Outcome } from '@atelier/usecases/outcome';
import { givenStudio } from '@atelier/usecases/studio/testing/given';
import type { BookingHand, CalendarName } from './account.ts';
import { uidIn } from './event-text.ts';
import { isKilled } from './is-killed.ts';
import { KillSwitch } from './kill-switch.ts';
import { moveOnPhone, withoutMark } from './phone-answers.ts';
import type { Studio } from './studio.ts';

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const SERVICE = '00000000-0000-4000-8000-000000000001';
const ARTIST = '00000000-0000-4000-8000-000000000002';

interface OpenBooking {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly objectId: string | null;
}

/** Clients who book, an artist who answers in Atelier or on the phone, and the worker that follows both. */
export class BookingSide {
  /** Ids that clients were told, by the key of their submit. */
  readonly told = new Map<string, Set<string>>();
  readonly #studio: Studio;
  /** Looks at the provider that nobody waits for any more: the clock does not jump under them. */
  readonly #underWay: Promise<unknown>[] = [];

  readonly #handIn: (calendar: CalendarName) => BookingHand;

  private constructor(studio: Studio, handIn: (calendar: CalendarName) => BookingHand) {
    this.#studio = studio;
    this.#handIn = handIn;
  }

  /** Bookings go into one of the calendars, and all others block. */
  static async open(studio: Studio, handIn: (calendar: CalendarName) => BookingHand): Promise<BookingSide> {
    const side = new BookingSide(studio, handIn);
    const { database, calendars, random } = studio;
    const written = calendars.length > 2 ? random.pick(calendars) : 'work';
    const blocking = calendars.filter((name) => name !== written).map((name) => studio.idOf(name));
    await database.query('TRUNCATE idempotency');
    await database.query(
      `INSERT INTO artist (id, user_id, name, slug, time_zone, calendar_id, auto_confirm, slot_interval, horizon_days, created_at)
       VALUES ($1, 'ann', 'Ann', 'ann', 'Europe/Zurich', $2, $3, 30, 90, $4)`,
      [ARTIST, studio.idOf(written), random.chance(0.3), studio.now],
    );
    await database.query(
      'INSERT INTO blocking_calendar (artist_id, calendar_id) SELECT $1, unnest($2::uuid[])',
      [ARTIST, blocking],
    );
    await database.query(
      `INSERT INTO service (id, artist_id, name, minutes, buffer_after) VALUES ($1, $2, 'Small', 60, 15)`,
      [SERVICE, ARTIST],
    );
    const day = [['08:00', '20:00']];
    const weekly = { mo: day, tu: day, we: day, th: day, fr: day, sa: day, su: day };
    const set = await setHours(
      side.#context(new KillSwitch(Number.POSITIVE_INFINITY, false)),
      OPERATOR,
      'ann',
      {
        weekly,
      },
    );
    if (!set.ok) throw new Error(set.refusal.message);
    return side;
  }

  /** Somebody does something about a booking. */
  async act(): Promise<string> {
    const act = this.#studio.random.pick(MIX);
    const told = await this.#acts[act]();
    await Promise.allSettled(this.#underWay.splice(0));
    return `booking ${act}: ${told}`;
  }

  /** What a worker does for bookings; it dies when the switch says so. */
  async work(kill: KillSwitch): Promise<void> {
    const context = this.#context(kill);
    await this.#toldToLedger(() => this.#unlessKilled(() => workDue(followBookings, context)));
    await this.#toldToLedger(() => this.#unlessKilled(() => workDue(expireRequests, context)));
    await Promise.allSettled(this.#underWay.splice(0));
  }

  /** Follows until there is nothing left to follow. */
  async settle(): Promise<void> {
    const context = this.#context(new KillSwitch(Number.POSITIVE_INFINITY, false));
    await this.#toldToLedger(async () => {
      for (let turn = 0; turn < 10; turn += 1) if ((await workDue(followBookings, context)) === 0) return;
    });
  }

  readonly #acts = {
    submit: async () => {
      const { random } = this.#studio;
      const key = random.uuid();
      const wish = this.#wish();
      const answers = [];
      // A client whose answer does not come sends the same again, now and then both at once.
      if (random.chance(0.4)) answers.push(await this.#submit(key, wish, this.#perhapsKilled()));
      if (this.#studio.crowded && random.chance(0.5)) {
        const never = () => new KillSwitch(Number.POSITIVE_INFINITY, false);
        answers.push(...(await Promise.all([1, 2].map(() => this.#submit(key, wish, never())))));
      }
      answers.push(await this.#submit(key, wish, new KillSwitch(Number.POSITIVE_INFINITY, false)));
      return `${wish.start.toISOString()} -> ${answers.join(', ')}`;
    },
    confirm: () => this.#step('artist', 'confirm'),
    decline: () => this.#step('artist', 'decline'),
    cancel: () => this.#step(this.#studio.random.pick(['artist', 'client']), 'cancel'),
    move: () => this.#step(this.#studio.random.pick(['artist', 'client']), 'reschedule'),
    'confirm on the phone': () => this.#onPhone((body) => withoutMark(body)),
    'move on the phone': () =>
      this.#onPhone((body) => moveOnPhone(body, this.#studio.random.pick([-120, -30, 30, 60, 1_440]))),
    'delete on the phone': () => this.#onPhone(() => null),
  };

  #wish(): BookSlot {
    const { random } = this.#studio;
    const day = Math.floor(this.#studio.now.getTime() / DAY_MS) + random.integer(1, 6);
    const start = new Date(day * DAY_MS + 8 * 3_600_000 + random.integer(0, 12) * HALF_HOUR_MS);
    const client = {
      name: `Client ${this.#studio.number()}`,
      email: `c${this.#studio.number()}@example.org`,
    };
    return { artist: 'ann', serviceId: SERVICE, start, client };
  }

  async #submit(key: string, wish: BookSlot, kill: KillSwitch): Promise<string> {
    try {
      const answer = await submitBooking(this.#context(kill), wish, key, 'page');
      if (!answer.ok) return answer.refusal.message;
      if (answer.value.kind === 'taken') return answer.value.reason;
      const { id } = answer.value.booking;
      this.told.set(key, (this.told.get(key) ?? new Set()).add(id));
      this.#studio.ledger.booked(id);
      return id;
    } catch (error) {
      if (!isKilled(error)) throw error;
      return 'killed';
    }
  }

  async #step(
    by: 'artist' | 'client',
    action: 'confirm' | 'decline' | 'cancel' | 'reschedule',
  ): Promise<string> {
    const booking = await this.#aBooking();
    if (!booking) return 'nothing';
    const step = action === 'reschedule' ? { action, by, ...this.#elsewhere(booking) } : { action, by };
    const kill = this.#studio.random.chance(0.2) ? this.#perhapsKilled() : this.#never();
    let answer: Outcome<unknown> | null = null;
    await this.#toldToLedger(() =>
      this.#unlessKilled(async () => {
        answer = await takeStep(this.#context(kill), {
          bookingId: booking.id,
          step,
          via: 'page',
          actorId: null,
        });
      }),
    );
    // What was deleted in the calendar and is decided upon here anew, is written there anew.
    if (booking.objectId === null) this.#studio.ledger.moved(booking.id);
    return `${booking.id} ${answer === null ? 'killed' : JSON.stringify(answer).slice(0, 160)}`;
  }

  #elsewhere({ startsAt, endsAt }: OpenBooking) {
    const by = this.#studio.random.pick([-2, -1, 1, 2, 48]) * HALF_HOUR_MS;
    return { start: startsAt.getTime() + by, end: endsAt.getTime() + by };
  }

  /** The artist's own app: sees what the provider has. */
  async #onPhone(change: (body: string) => string | null): Promise<string> {
    const { calendars, random, ledger } = this.#studio;
    const bookings = await this.#uids();
    const there = calendars
      .flatMap((calendar) =>
        [...this.#studio.remote(calendar)].map(([name, { body }]) => ({ calendar, name, body })),
      )
      .filter(({ body }) => bookings.has(uidIn(body) ?? ''));
    if (there.length === 0) return 'nothing';
    const { calendar, name, body } = random.pick(there);
    const changed = change(body);
    const hand = this.#handIn(calendar);
    if (changed !== null) {
      hand.rewrite(calendar, name, body, changed);
    } else {
      hand.remove(calendar, name);
      ledger.deleted(body);
      const uid = uidIn(body) ?? '';
      if (this.#studio.inDoubt.has(uid) || this.#studio.racing) ledger.moved(uid);
    }
    return uidIn(body) ?? '';
  }

  async #aBooking(): Promise<OpenBooking | null> {
    const rows = await this.#studio.database.query<OpenBooking>(
      `SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", object_id AS "objectId" FROM booking
       WHERE state IN ('REQUESTED', 'CONFIRMED') ORDER BY created_at, id`,
    );
    return rows.length === 0 ? null : this.#studio.random.pick(rows);
  }

  async #uids(): Promise<ReadonlySet<string>> {
    const rows = await this.#studio.database.query<{ uid: string }>('SELECT uid FROM booking');
    return new Set(rows.map(({ uid }) => uid));
  }

  /** What Atelier itself takes out of the calendar is a deletion that somebody wanted. */
  async #toldToLedger(work: () => Promise<unknown>): Promise<void> {
    const before = await this.#texts();
    await work();
    const after = await this.#texts();
    for (const [id, text] of before) if (!after.has(id)) this.#studio.ledger.deleted(text);
  }

  async #texts(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#studio.database.query<{ id: string; source: string }>(
      `SELECT x.id, x.source FROM calendar_object x JOIN booking b ON b.uid = x.uid AND b.object_id = x.id
       WHERE b.state IN ('REQUESTED', 'CONFIRMED')`,
    );
    const alive = await this.#studio.database.query<{ id: string }>('SELECT id FROM calendar_object');
    const ids = new Set(alive.map(({ id }) => id));
    return new Map(rows.filter(({ id }) => ids.has(id)).map(({ id, source }) => [id, source]));
  }

  async #unlessKilled(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isKilled(error)) throw error;
    }
  }

  #perhapsKilled(): KillSwitch {
    return new KillSwitch(this.#studio.random.integer(1, 60), this.#studio.random.chance(0.5));
  }

  #never(): KillSwitch {
    return new KillSwitch(Number.POSITIVE_INFINITY, false);
  }

  #followed(engine: SyncEngine): SyncEngine {
    return {
      ...engine,
      runNow: (ids, options) => {
        const run = engine.runNow(ids, options);
        this.#underWay.push(run);
        return run;
      },
    };
  }

  #context(kill: KillSwitch): BookContext {
    const own = this.#studio.branch();
    const unused = {} as never;
    return {
      database: kill.database(this.#studio.database),
      engine: this.#followed(this.#studio.engine(kill)),
      gateways: unused,
      signIns: unused,
      mailboxes: unused,
      news: unused,
      passwords: unused,
      secrets: { seal: (plain) => plain, open: (sealed) => sealed, isStale: () => false },
      clock: () => this.#studio.now,
      newId: () => own.uuid(),
      given: givenStudio(),
    };
  }
}

const MIX = [
  ...([
    'submit',
    'submit',
    'submit',
    'submit',
    'confirm',
    'confirm on the phone',
    'decline',
    'cancel',
  ] as const),
  ...(['move', 'move', 'move on the phone', 'move on the phone', 'delete on the phone'] as const),
];
