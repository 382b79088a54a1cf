import { randomUUID } from 'node:crypto';
import { insertMailAccount } from '@atelier/database/mailbox/account-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import { transact } from '@atelier/database/transaction';
import type { ProviderGateway } from '@atelier/providers/port/gateway';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Outcome } from '../../outcome.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import { type RemoveMailbox, removeMailbox, seeMailboxTies } from './remove-mailbox.ts';

const ann: Actor = { userId: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ARTIST' };
const now = new Date('2026-11-30T12:00:00Z');

let test: TestDatabase;
let context: Context;
let first: string;
let second: string;

beforeEach(async () => {
  test = await createTestDatabase();
  const { database } = test;
  const gateways = { of: async () => ({}) as ProviderGateway } as unknown as Context['gateways'];
  const told = { clock: () => now, newId: randomUUID, given: givenStudio() };
  context = { database, gateways, ...told } as Partial<Context> as Context;
  const { userId: id, name, email, role } = ann;
  await database.prisma.user.create({ data: { id, name, email, role } });
  first = await mailbox('info@studio.test');
  second = await mailbox('ann@studio.test');
});
afterEach(() => test[Symbol.asyncDispose]());

async function mailbox(address: string): Promise<string> {
  const [id, credentialId] = [randomUUID(), randomUUID()];
  await test.database.prisma.accountCredential.create({
    data: { id: credentialId, ownerId: 'ann', kind: 'PASSWORD', username: address, secret: 'sealed' },
  });
  const told = { id, ownerId: 'ann', credentialId, name: address, address, sender: 'Ann', color: '#808080' };
  await transact(test.database, (transaction) =>
    insertMailAccount(transaction, { ...told, reach: {} as never, sentCopy: 'AUTO', signIn: null, now }),
  );
  return id;
}

/** A calendar account that is let in by the password of the first mailbox. */
async function calendarAccount(): Promise<string> {
  const id = await addConnection(test.database, { ownerId: 'ann', name: 'Nextcloud' });
  await addCalendar(test.database, {
    ownerId: 'ann',
    name: 'Studio',
    connectionId: id,
    timeZone: 'UTC',
    color: '#808080',
  });
  const { credentialId } = await test.database.prisma.mailAccount.findUniqueOrThrow({ where: { id: first } });
  await test.database.prisma.connection.update({ where: { id }, data: { credentialId } });
  // That of its own, which nothing is let in by any more.
  await test.database.prisma.accountCredential.deleteMany({ where: { username: 'x' } });
  return id;
}

const written = (state: 'DRAFT' | 'QUEUED' | 'SENDING' | 'REFUSED' | 'UNKNOWN') =>
  test.database.prisma.outgoingMail.create({
    data: {
      id: randomUUID(),
      accountId: first,
      authorId: 'ann',
      state,
      to: [],
      cc: [],
      bcc: [],
      subject: state,
      text: 'Hello',
      messageId: state === 'DRAFT' ? null : '<1@x>',
      sendAt: state === 'DRAFT' ? null : now,
      createdAt: now,
      updatedAt: now,
    },
  });

const remove = (given: Partial<RemoveMailbox> = {}, actor = ann) =>
  removeMailbox(context, actor, { accountId: first, draftsTo: null, keepCalendars: true, ...given });

function ok<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

describe('taking away a mailbox', () => {
  it('M9: what hangs on it is said before', async () => {
    for (const state of ['DRAFT', 'DRAFT', 'QUEUED', 'REFUSED', 'UNKNOWN'] as const) await written(state);
    const id = await calendarAccount();
    expect(ok(await seeMailboxTies(context, ann, first))).toEqual({
      drafts: 2,
      unsent: 2,
      sending: 0,
      unknown: 1,
      edits: 0,
      readers: 0,
      calendars: [{ id, name: 'Nextcloud', calendars: 1, mine: true }],
    });
    expect(ok(await seeMailboxTies(context, ann, second))).toMatchObject({ drafts: 0, calendars: [] });
  });

  it('M9: what was written and has not gone is kept as drafts of another mailbox, or goes', async () => {
    for (const state of ['DRAFT', 'QUEUED', 'REFUSED', 'UNKNOWN'] as const) await written(state);
    expect(ok(await remove({ draftsTo: second }))).toMatchObject({ kept: 3, unknown: 1 });
    const kept = await test.database.prisma.outgoingMail.findMany({ orderBy: { subject: 'asc' } });
    expect(
      kept.map(({ subject, state, accountId, messageId, sendAt }) => ({
        subject,
        state,
        accountId,
        messageId,
        sendAt,
      })),
    ).toEqual(
      ['DRAFT', 'QUEUED', 'REFUSED'].map((subject) => ({
        subject,
        state: 'DRAFT',
        accountId: second,
        messageId: null,
        sendAt: null,
      })),
    );
    first = second;
    ok(await remove());
    expect(await test.database.prisma.outgoingMail.count()).toBe(0);
  });

  it('M9: a mail that is just being sent holds it up, so that nobody wonders whether it went', async () => {
    await written('SENDING');
    expect(await remove({ draftsTo: second })).toMatchObject({ refusal: { code: 'mailbox-sending' } });
    expect(await test.database.prisma.mailAccount.count()).toBe(2);
  });

  it('M9: calendars that share its password go on with it', async () => {
    const id = await calendarAccount();
    expect(ok(await remove()).connections).toEqual([]);
    const account = await test.database.prisma.connection.findUniqueOrThrow({
      where: { id },
      include: { credential: true },
    });
    expect(account.credential.secret).toBe('sealed');
    expect(await test.database.prisma.calendar.count()).toBe(1);
  });

  it('M9: or they go too, with their password, when somebody who may says so', async () => {
    const id = await calendarAccount();
    await test.database.prisma.user.create({ data: { id: 'max', name: 'Max', email: 'max@studio.test' } });
    await test.database.prisma.connection.update({ where: { id }, data: { ownerId: 'max' } });
    expect(await remove({ keepCalendars: false })).toMatchObject({ refusal: { code: 'no-connection' } });
    expect(await test.database.prisma.mailAccount.count()).toBe(2);
    expect(ok(await remove({ keepCalendars: false }, OPERATOR)).connections).toEqual([id]);
    expect(await test.database.prisma.calendar.count({ where: { connectionId: id } })).toBe(0);
    expect(await test.database.prisma.source.count({ where: { connectionId: id } })).toBe(0);
    const left = await test.database.prisma.accountCredential.findMany();
    expect(left.map(({ username }) => username)).toEqual(['ann@studio.test']);
  });

  it('M9: no calendar is ever left with a password that is gone', async () => {
    await calendarAccount();
    const { credentialId } = await test.database.prisma.mailAccount.findUniqueOrThrow({
      where: { id: first },
    });
    ok(await remove());
    await expect(
      test.database.prisma.accountCredential.delete({ where: { id: credentialId } }),
    ).rejects.toThrow();
  });

  it('M9: drafts go to no mailbox of somebody else, and not to the one that goes', async () => {
    await written('DRAFT');
    for (const draftsTo of [first, randomUUID()])
      expect(await remove({ draftsTo })).toMatchObject({ refusal: { code: 'no-mailbox' } });
    expect(await test.database.prisma.outgoingMail.count()).toBe(1);
  });
});
