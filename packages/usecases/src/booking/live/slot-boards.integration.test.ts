import { decidedAround, standingClaims } from '@atelier/database/booking/slot-source.sql';
import type { HubEvent } from '@atelier/database/feed/change-hub';
import { aroundStatements } from '@atelier/database/testing/around-statements';
import { transact } from '@atelier/database/transaction';
import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { holdSlot } from '../hold/hold-slot.ts';
import { setArtist } from '../settings/set-artist.ts';
import { addClosure } from '../settings/studio-closures.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { openSlotBoards, type SlotBoards } from './slot-boards.ts';
import type { SlotNews } from './slot-days.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

/** A hub and a clockwork that a test turns by hand. */
function byHand() {
  const ears = new Set<(event: HubEvent) => void>();
  const due: { at: number; run: () => void }[] = [];
  const reported: unknown[] = [];
  return {
    reported,
    tell: (event: HubEvent) => {
      for (const hear of ears) hear(event);
    },
    /** Runs what is due within so many ms. */
    pass(ms: number) {
      for (const timer of due.filter(({ at }) => at <= ms)) {
        due.splice(due.indexOf(timer), 1);
        timer.run();
      }
    },
    services: {
      hub: {
        subscribe(hear: (event: HubEvent) => void) {
          ears.add(hear);
          return () => ears.delete(hear);
        },
      },
      report: (error: unknown) => reported.push(error),
      timers: {
        after(ms: number, run: () => void) {
          const timer = { at: ms, run };
          due.push(timer);
          return () => due.splice(due.indexOf(timer), due.includes(timer) ? 1 : 0);
        },
      },
    },
  };
}

const DATE = '2026-03-12';
const asked = () => ({ artist: 'lea', serviceId: studio.serviceId, from: DATE, to: DATE });

async function next(stream: AsyncGenerator<unknown>): Promise<SlotNews> {
  const { value } = (await stream.next()) as { value: Parameters<typeof expectOk<SlotNews>>[0] };
  return expectOk(value);
}

const starts = ({ days }: SlotNews) =>
  days.flatMap(({ slots }) => slots.map(({ start }) => start.toISOString()));
const anything = {
  tick: 1,
  topic: 'slots',
  subject: null,
  audience: { kind: 'VISITORS' },
  from: null,
  to: null,
} as const;

it('B7 case 37: a time that comes too near goes by the clock alone', async () => {
  const hand = byHand();
  using boards = openSlotBoards({ ...studio.context, ...hand.services });
  studio.world.at = studio.at('06:59');
  const stream = boards.watch(asked(), new AbortController().signal);
  expect(starts(await next(stream))).toContain(studio.at('09:00').toISOString());
  const changed = next(stream);
  studio.world.at = new Date(studio.at('07:00').getTime() + 1);
  hand.pass(60_000);
  const news = await changed;
  expect(news.kind).toBe('days');
  expect(starts(news)).not.toContain(studio.at('09:00').toISOString());
  expect(starts(news)).toContain(studio.at('09:30').toISOString());
  await stream.return(undefined);
});

it('B7: many who ask the same are computed for once, and after the last of them the board is gone', async () => {
  const hand = byHand();
  let reads = 0;
  const database = aroundStatements(studio.context.database, (statement, run) => {
    if (statement === decidedAround) reads += 1;
    return run();
  });
  using boards = openSlotBoards({ ...studio.context, database, ...hand.services, mostBoards: 1 });
  const streams = Array.from({ length: 20 }, () => boards.watch(asked(), new AbortController().signal));
  await Promise.all(streams.map(next));
  expect(reads).toBe(1);
  const other = boards.watch({ ...asked(), to: '2026-03-13' }, new AbortController().signal);
  expect((await other.next()).value).toMatchObject({ ok: false, refusal: { kind: 'too-many' } });
  await Promise.all(streams.map((stream) => stream.return(undefined)));
  const fresh = boards.watch({ ...asked(), to: '2026-03-13' }, new AbortController().signal);
  expect((await next(fresh)).kind).toBe('all');
  await fresh.return(undefined);
});

it('B7: whoever leaves while nothing happens is let go', async () => {
  using boards = openSlotBoards({ ...studio.context, ...byHand().services });
  const leaving = new AbortController();
  const stream = boards.watch(asked(), leaving.signal);
  await next(stream);
  const waiting = stream.next();
  leaving.abort();
  expect((await waiting).done).toBe(true);
});

it('B7: what changes while it is computed is computed again, and a failure is tried again', async () => {
  const hand = byHand();
  const [read, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let failing = false;
  const database = aroundStatements(studio.context.database, async (statement, run) => {
    if (failing && statement === standingClaims) throw new Error('the database is away');
    const rows = await run();
    if (statement === decidedAround) {
      read.resolve();
      await goOn.promise;
    }
    return rows;
  });
  using boards = openSlotBoards({ ...studio.context, database, ...hand.services });
  const stream = boards.watch(asked(), new AbortController().signal);
  const first = next(stream);
  await read.promise;
  expectOk(await studio.book('10:00'));
  hand.tell({ type: 'change', change: anything });
  goOn.resolve();
  expect(starts(await first)).toContain(studio.at('10:00').toISOString());
  failing = true;
  const after = next(stream);
  hand.pass(200);
  await until(() => hand.reported.length === 1);
  failing = false;
  hand.pass(1_000);
  expect(starts(await after)).not.toContain(studio.at('10:00').toISOString());
  await stream.return(undefined);
});

it('B7: a change to another artist, another calendar or other dates computes nothing; a missed stretch does', async () => {
  const hand = byHand();
  let reads = 0;
  const database = aroundStatements(studio.context.database, (statement, run) => {
    if (statement === decidedAround) reads += 1;
    return run();
  });
  using boards: SlotBoards = openSlotBoards({ ...studio.context, database, ...hand.services });
  const stream = boards.watch(asked(), new AbortController().signal);
  await next(stream);
  hand.pass(200);
  const foreign = '00000000-0000-4000-8000-000000000000';
  const [from, to] = [new Date('2026-06-01'), new Date('2026-06-02')];
  for (const change of [
    { ...anything, subject: foreign },
    { ...anything, topic: 'events', subject: foreign },
    { ...anything, from, to },
    { ...anything, topic: 'bookings' },
  ] as const)
    hand.tell({ type: 'change', change });
  await transact(studio.context.database, async () => undefined);
  expect(reads).toBe(1);
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { slotInterval: 60 }));
  hand.tell({ type: 'reset', tick: 9 });
  expect((await next(stream)).kind).toBe('days');
  expect(reads).toBe(2);
  await stream.return(undefined);
});

it('B7: what is cut off when the process ends is no failure', async () => {
  const hand = byHand();
  const [read, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const database = aroundStatements(studio.context.database, async (statement, run) => {
    if (statement !== decidedAround) return run();
    read.resolve();
    await goOn.promise;
    throw new Error('Cannot use a pool after calling end on the pool');
  });
  const boards = openSlotBoards({ ...studio.context, database, ...hand.services });
  const stream = boards.watch(asked(), AbortSignal.timeout(60_000));
  const first = stream.next();
  await read.promise;
  boards[Symbol.dispose]();
  goOn.resolve();
  await transact(studio.context.database, async () => undefined);
  expect(hand.reported).toEqual([]);
  void first;
});

/** Waits for something that other promises bring about. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}

it('B7 I4: what goes says why: held and by what, closed by the studio, or booked; time itself takes nothing from anybody', async () => {
  const hand = byHand();
  using boards = openSlotBoards({ ...studio.context, ...hand.services });
  const stream = boards.watch(asked(), new AbortController().signal);
  await next(stream);
  const reasons = async (news: Promise<SlotNews>) => {
    hand.pass(200);
    hand.tell({ type: 'change', change: anything });
    hand.pass(200);
    const told = await news;
    if (told.kind !== 'days') throw new Error('told everything anew');
    return told.gone;
  };
  const slot = { artist: 'lea', serviceId: studio.serviceId, start: studio.at('10:00') };
  expectOk(await holdSlot(studio.context, slot));
  const held = await reasons(next(stream));
  expect(held.length).toBeGreaterThan(1);
  for (const { why } of held)
    expect(why).toEqual({ reason: 'HELD', held: { start: studio.at('10:00'), end: studio.at('11:00') } });
  expectOk(await studio.book('14:00'));
  const booked = await reasons(next(stream));
  expect(new Set(booked.map(({ why }) => why?.reason))).toEqual(new Set(['BUSY', 'BUFFER']));
  expectOk(await addClosure(studio.context, OPERATOR, { from: DATE, to: DATE, reason: 'Roof' }));
  const closed = await reasons(next(stream));
  expect(new Set(closed.map(({ why }) => why?.reason))).toEqual(new Set(['CLOSED']));
  expect(JSON.stringify(closed)).not.toContain('Roof');
  await stream.return(undefined);
});
