import { randomUUID } from 'node:crypto';
import { addConflict } from '@atelier/database/object/conflict-store';
import { transact } from '@atelier/database/transaction';
import { fill } from '@atelier/sync/testing/sync-world';
import { eventFile } from '@atelier/testkit/event-builder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { verifyBooking } from '../booking/follow/verify-booking.ts';
import { setArtist } from '../booking/settings/set-artist.ts';
import { answerBooking } from '../booking/step/answer-booking.ts';
import { settleBooking } from '../booking/step/settle-booking.ts';
import { expectOk, openTestStudio, type TestStudio } from '../booking/testing/studio.ts';
import { approveRemovals } from '../calendars/approve-removals.ts';
import { keepRemovals } from './keep-removals.ts';
import { seeWaiting } from './see-waiting.ts';
import { lookAtUnsure, unsureText } from './unsure-events.ts';

const person = (userId: string, role: Actor['role']): Actor => ({
  userId,
  name: userId,
  email: `${userId}@studio.test`,
  role,
});
const ann = person('ann', 'ADMIN');
const desk = person('desk', 'STAFF');
const max = person('max', 'ARTIST');

let studio: TestStudio;

beforeEach(async () => {
  studio = await openTestStudio();
  for (const { userId, email, role } of [desk, max]) {
    await studio.world.database.prisma.user.create({ data: { id: userId, name: userId, email, role } });
  }
});
afterEach(() => studio[Symbol.asyncDispose]());

const waits = async (actor: Actor) => (await seeWaiting(studio.context, actor)).map(({ kind }) => kind);
const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) => outcome.refusal?.kind ?? 'done';

describe('I9 one list of what waits', () => {
  it('I9: nothing waits in a studio that is in order', async () => {
    expect(await seeWaiting(studio.context, ann)).toEqual([]);
  });

  it('I9: a request waits with its deadline, and for nobody any more once it is answered', async () => {
    expectOk(await studio.book('10:00'));
    const [item] = await seeWaiting(studio.context, ann);
    expect(item).toMatchObject({ kind: 'request', thing: { client: { name: 'Nora' } } });
    expect(item?.until).toEqual(item?.kind === 'request' ? item.thing.expiresAt : null);
    expectOk(
      await answerBooking(studio.context, ann, item?.id ?? '', { action: 'confirm' }, { via: 'page' }),
    );
    expect(await waits(ann)).toEqual([]);
  });

  it('I8: artists see what is theirs, the front desk the studio’s', async () => {
    expectOk(await studio.book('10:00'));
    expect(await waits(max)).toEqual([]);
    expect(await waits(desk)).toEqual(['request']);
    expectOk(await setArtist(studio.context, ann, 'lea', { userId: 'max' }));
    expect(await waits(max)).toEqual(['request']);
  });

  it('I9: what has a deadline comes before what has time', async () => {
    await disputed();
    expectOk(await studio.book('10:00'));
    expect(await waits(ann)).toEqual(['request', 'conflict']);
  });

  it('I8: what is private to its owner waits for nobody else', async () => {
    await disputed('CLASS:PRIVATE\r\n');
    expect(await waits(ann)).toEqual(['conflict']);
    expect(await waits(desk)).toEqual([]);
  });

  it('I9: a write that the provider refuses waits, one that is on its way does not', async () => {
    const { database } = studio.world;
    await database.query(
      `INSERT INTO outbox (id, calendar_id, operation, href, uid, state, next_try_at, created_at, failure_message)
       SELECT gen_random_uuid(), $1, 'DELETE', '/' || state, '', state::"OutboxState", now(), now(), 'no'
       FROM unnest(ARRAY['WAITING', 'PARKED']) AS state`,
      [studio.calendarId],
    );
    expect(await waits(desk)).toEqual(['write']);
  });

  it('I9 P2: an account whose password is refused waits for its owner and admins, and others are told of theirs', async () => {
    const { database, connectionId } = studio.world;
    await database.query(`UPDATE connection SET state = 'CREDENTIALS' WHERE id = $1`, [connectionId]);
    const [item] = await seeWaiting(studio.context, ann);
    expect(item).toMatchObject({ kind: 'signIn', thing: { connectionId, name: 'Sandbox', renewable: true } });
    expect(await waits(desk)).toEqual([]);
    expect(await seeWaiting(studio.context, { ...ann, role: 'ARTIST' })).toMatchObject([
      { kind: 'signIn', thing: { renewable: true } },
    ]);
    expect(await waits(max)).toEqual([]);
    await database.query(`UPDATE calendar SET owner_id = 'max' WHERE id = $1`, [studio.calendarId]);
    expect(await seeWaiting(studio.context, max)).toMatchObject([
      { kind: 'signIn', thing: { renewable: false } },
    ]);
  });

  async function disputed(line = ''): Promise<void> {
    const text = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n${line}END:VEVENT\r\nEND:VCALENDAR\r\n`;
    await transact(studio.world.database, (transaction) =>
      addConflict(transaction, {
        id: randomUUID(),
        calendarId: studio.calendarId,
        objectId: null,
        href: '/x.ics',
        uid: 'x',
        summary: 'Sleeve',
        kind: 'BOTH_EDITED',
        groups: ['title'],
        base: text,
        mine: text,
        theirs: text,
        actorId: null,
        outcome: null,
        createdAt: studio.world.at,
        settledAt: null,
      }),
    );
  }
});

describe('S8 removals that are held', () => {
  async function held(): Promise<void> {
    const { world, calendarId } = studio;
    fill(world, 'lea', 60);
    await world.sync(calendarId);
    for (let n = 0; n < 30; n += 1) world.sandbox.remove('ann', 'lea', `a${n}.ics`);
    world.at = new Date(world.at.getTime() + 60_000);
    await world.sync(calendarId);
  }

  it('S8: says what would go', async () => {
    await held();
    const [item] = await seeWaiting(studio.context, ann);
    expect(item).toMatchObject({ kind: 'removals', id: studio.calendarId });
    const removals = item?.kind === 'removals' ? item.thing : null;
    expect(removals).toMatchObject({ count: 30, restorable: true });
    expect(removals?.events.map(({ summary }) => summary)).toContain('uid-3');
    expect(await waits(desk)).toEqual([]);
  });

  it('S8: kept, they are put back at the provider, and nothing is held any more', async () => {
    await held();
    expect(kindOf(await keepRemovals(studio.context, max, studio.calendarId))).toBe('not-found');
    expect(expectOk(await keepRemovals(studio.context, ann, studio.calendarId))).toEqual({ kept: 30 });
    expect(await waits(ann)).toEqual([]);
    const [report] = await studio.world.sync(studio.calendarId);
    expect(report).toMatchObject({ held: 0 });
    expect(report?.error).toBeFalsy();
    expect(studio.world.remote('lea').size).toBe(60);
    expect(await studio.world.mirror(studio.calendarId)).toEqual(studio.world.remote('lea'));
    expect(kindOf(await keepRemovals(studio.context, ann, studio.calendarId))).toBe('conflict');
  });

  it('S8: let go, they are removed here too', async () => {
    await held();
    expectOk(await approveRemovals(studio.context, ann, studio.calendarId));
    expect(await waits(ann)).toEqual([]);
    await studio.world.sync(studio.calendarId);
    expect((await studio.world.mirror(studio.calendarId)).size).toBe(30);
  });
});

describe('S15 what was not read as it was meant', () => {
  it('S15: waits until somebody has looked at it, and again when it changes', async () => {
    const { world, calendarId } = studio;
    const start = Temporal.ZonedDateTime.from('2026-03-12T10:00[Europe/Zurich]');
    const text = eventFile({ uid: 'odd', summary: 'Odd', start, end: start.add({ hours: 1 }) });
    const odd = (summary: string) =>
      text
        .replace('SUMMARY:Odd', `SUMMARY:${summary}`)
        .replace('END:VEVENT', 'RRULE:FREQ=OFTEN\r\nEND:VEVENT');
    world.sandbox.put('ann', 'lea', 'odd.ics', odd('Odd'));
    await world.sync(calendarId);
    const [item] = await seeWaiting(studio.context, ann);
    expect(item).toMatchObject({ kind: 'repaired', thing: { summary: 'Odd', flags: ['invalid-rule'] } });
    const id = item?.id ?? '';
    expect(expectOk(await unsureText(studio.context, desk, id)).text).toContain('FREQ=OFTEN');
    expect(kindOf(await lookAtUnsure(studio.context, max, id))).toBe('not-found');
    expectOk(await lookAtUnsure(studio.context, desk, id));
    expect(await waits(ann)).toEqual([]);
    world.sandbox.put('ann', 'lea', 'odd.ics', odd('Odder'));
    world.at = new Date(world.at.getTime() + 60_000);
    await world.sync(calendarId);
    expect(await waits(ann)).toEqual(['repaired']);
  });
});

describe('B8 appointments that nobody could check', () => {
  async function unverified(): Promise<string> {
    const { world, context } = studio;
    await world.sandbox.stop();
    world.at = new Date(world.at.getTime() + 60_000);
    const booked = expectOk(await studio.book('10:00'));
    const id = booked.kind === 'booked' ? booked.booking.id : '';
    const taken = { via: 'page', unverified: true } as const;
    expectOk(await answerBooking(context, ann, id, { action: 'confirm' }, taken));
    expect(await waits(ann)).toEqual(['unverified']);
    return id;
  }

  it('B8: asking again while nobody answers changes nothing', async () => {
    const id = await unverified();
    expect(kindOf(await verifyBooking(studio.context, ann, id))).toBe('unverified');
    expect(kindOf(await verifyBooking(studio.context, max, id))).toBe('not-found');
    expect(await waits(ann)).toEqual(['unverified']);
  });

  it('B8: asking again when the calendar answers makes it certain', async () => {
    const id = await unverified();
    await studio.world.sandbox.start();
    studio.world.at = new Date(studio.world.at.getTime() + 60_000);
    expect(expectOk(await verifyBooking(studio.context, ann, id)).unverified).toBe(false);
    expect(await waits(ann)).toEqual([]);
  });

  it('B8: somebody who has looked themselves says that it stands', async () => {
    const id = await unverified();
    expect(expectOk(await settleBooking(studio.context, ann, id)).unverified).toBe(false);
    expect(await waits(ann)).toEqual([]);
  });
});
