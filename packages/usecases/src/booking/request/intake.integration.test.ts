import { randomUUID } from 'node:crypto';
import { insertUpload } from '@atelier/database/image/image-store';
import { transact } from '@atelier/database/transaction';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { seeImage } from '../../image/see-image.ts';
import { hashToken } from '../../tokens.ts';
import { saveService } from '../settings/save-service.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { submitBooking } from './submit-booking.ts';

let studio: TestStudio;

beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

const upload = async () => {
  const [id, token] = [randomUUID(), randomUUID()];
  const image = {
    id,
    contentType: 'image/webp',
    width: 1,
    height: 1,
    bytes: Buffer.from('x'),
    createdAt: studio.world.at,
  };
  await transact(studio.context.database, (transaction) =>
    insertUpload(transaction, image, hashToken(token)),
  );
  return { id, token };
};
const stored = () => studio.context.database.query('SELECT answers FROM booking ORDER BY starts_at');

describe('what comes along with a wish', () => {
  it('answers: what is required binds clients, not the command line, and the calendar shows it', async () => {
    const questions = [{ id: 'skin', label: 'Allergies', required: true }];
    expectOk(await saveService(studio.context, OPERATOR, { artist: 'lea', id: studio.serviceId, questions }));
    expect(await studio.book('10:00')).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(await studio.book('10:00', { answers: { skin: 'x', other: 'y' } })).toMatchObject({ ok: false });
    expectOk(await studio.book('10:00', { answers: { skin: 'none' } }));
    expectOk(await submitBooking(studio.context, studio.wish('14:00'), null, 'cli'));
    expect(await stored()).toEqual([{ answers: { Allergies: 'none' } }, { answers: {} }]);
    await studio.world.sync(studio.calendarId);
    expect(studio.remote().join()).toContain('Allergies: none');
  });

  it('pictures: belong to the booking, and to those who may see it', async () => {
    const { id, token } = await upload();
    expect(await seeImage(studio.context, OPERATOR, id)).toMatchObject({ ok: false });
    expectOk(await studio.book('10:00', { images: [token, token] }));
    expect(expectOk(await seeImage(studio.context, OPERATOR, id)).bytes).toEqual(Buffer.from('x'));
    const stranger = { userId: 'max', name: 'Max', email: 'max@x.test', role: 'ARTIST' } as const;
    expect(await seeImage(studio.context, stranger, id)).toMatchObject({ ok: false });
  });

  it('pictures: of two wishes at once with the same one, one has it, and the other books nothing', async () => {
    const { token } = await upload();
    const both = await Promise.all(['10:00', '14:00'].map((time) => studio.book(time, { images: [token] })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await stored()).toHaveLength(1);
  });
});
