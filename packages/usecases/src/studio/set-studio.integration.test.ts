import { randomUUID } from 'node:crypto';
import { addConnection } from '@atelier/database/testing/add-connection';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { beforeEach, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../actor.ts';
import { addCalendar } from '../calendars/add-calendar.ts';
import type { Context } from '../context.ts';
import { readStudio } from './read-studio.ts';
import { seeStudio } from './see-studio.ts';
import { setStudio } from './set-studio.ts';
import { givenStudio } from './testing/given.ts';

const desk: Actor = { userId: 'desk', name: 'Desk', email: 'desk@studio.test', role: 'STAFF' };
const given = givenStudio({ zone: null, machineZone: 'Etc/UTC' });
let context: Pick<Context, 'database' | 'clock' | 'given'>;
let announced: () => Promise<number>;

beforeEach(async () => {
  const test = await createTestDatabase();
  context = { database: test.database, clock: () => new Date('2026-03-10T09:00:00Z'), given };
  announced = async () => {
    const rows = await test.database.query("SELECT 1 FROM change WHERE topic = 'studio'");
    return rows.length;
  };
  return () => test[Symbol.asyncDispose]();
});

it('I5: a zone is asked for and not guessed', async () => {
  expect(await setStudio(context, OPERATOR, { name: 'Nord' })).toMatchObject({
    ok: false,
    refusal: { message: expect.stringMatching(/time zone/) },
  });
  expect(await setStudio(context, OPERATOR, { zone: 'Europe/Zurich' })).toMatchObject({ ok: false });
  expect(await readStudio(context.database, context)).toMatchObject({ standing: 'open', zone: 'Etc/UTC' });
});

it('I5: what is told holds for everything made from then on, in every process, and open pages are told', async () => {
  const told = { name: 'Nord', zone: 'Asia/Tokyo', language: 'fr', phone: '+81 3 0000 0000' };
  expect(await setStudio(context, OPERATOR, told)).toMatchObject({ ok: true });
  expect(await announced()).toBe(1);
  expect(await readStudio(context.database, { given })).toMatchObject({ ...told, standing: 'told' });
  const owner = { id: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST' } as const;
  await context.database.prisma.user.create({ data: owner });
  const full = { ...context, newId: randomUUID } as unknown as Context;
  const added = await addCalendar(full, OPERATOR, { name: 'Own', owner: owner.email, kind: 'personal' });
  expect(added).toMatchObject({ ok: true, value: { timeZone: 'Asia/Tokyo' } });
});

it('I5: what is left out stays, and the environment wins where it is set', async () => {
  await setStudio(context, OPERATOR, { name: 'Nord', zone: 'Asia/Tokyo', url: 'https://nord.example' });
  const fixed = { ...context, given: { ...given, url: 'https://other.example' } };
  expect(await setStudio(fixed, OPERATOR, { phone: '117' })).toMatchObject({
    ok: true,
    value: { name: 'Nord', phone: '117', url: 'https://other.example', fixed: { url: 'ATELIER_URL' } },
  });
  expect(await readStudio(context.database, context)).toMatchObject({ url: 'https://nord.example' });
});

it('P7: at another address of ours providers are asked anew to tell of changes, and only then', async () => {
  const { prisma } = context.database;
  await setStudio(context, OPERATOR, { name: 'Nord', zone: 'Asia/Tokyo' });
  await prisma.user.create({ data: { id: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST' } });
  const id = await addConnection(context.database, { ownerId: 'lea' });
  const hintsAt = new Date('2026-03-10T10:00:00Z');
  await prisma.connection.update({ where: { id }, data: { hintsAt } });
  const next = async () => (await prisma.connection.findUniqueOrThrow({ where: { id } })).hintsAt;
  await setStudio(context, OPERATOR, { phone: '117' });
  expect(await next()).toEqual(hintsAt);
  await setStudio(context, OPERATOR, { url: 'https://nord.example' });
  expect(await next()).toBeNull();
});

it('I5: two who answer at once both have their say', async () => {
  await setStudio(context, OPERATOR, { name: 'Nord', zone: 'Asia/Tokyo' });
  const both = [{ phone: '117' }, { address: 'Rue 1' }].map((typed) => setStudio(context, OPERATOR, typed));
  await Promise.all(both);
  expect(await readStudio(context.database, context)).toMatchObject({ phone: '117', address: 'Rue 1' });
});

it('I8: only admins see and change it', async () => {
  expect(await setStudio(context, desk, { name: 'Nord', zone: 'Asia/Tokyo' })).toMatchObject({ ok: false });
  expect(await seeStudio(context, desk)).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  expect(await announced()).toBe(0);
});
