import { expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../actor.ts';
import { submitBooking } from '../booking/request/submit-booking.ts';
import { openMailStudio } from '../booking/testing/mails.ts';
import { expectOk } from '../booking/testing/studio.ts';
import { speakLanguage } from './speak-language.ts';

it('I4: whoever reads Atelier in French from the first sign-in gets French mails; a choice counts more', async () => {
  await using world = await openMailStudio();
  const { context, studio } = world;
  const { database } = studio.world;
  await database.query('UPDATE "user" SET language = NULL WHERE id = \'lea\'');
  const lea: Actor = { userId: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST' };
  const spoken = async () =>
    (await database.query<{ language: string }>(`SELECT language FROM "user" WHERE id = 'lea'`))[0]?.language;
  await speakLanguage(context, lea, { language: 'fr', chosen: false });
  expectOk(await submitBooking(context, studio.wish('10:00'), null, 'page'));
  expect((await world.mails()).find(({ to }) => to === lea.email)?.subject).toMatch(/^Demande/);
  await speakLanguage(context, lea, { language: 'en', chosen: false });
  expect(await spoken()).toBe('fr');
  await speakLanguage(context, lea, { language: 'en', chosen: true });
  expect(await spoken()).toBe('en');
  await speakLanguage(context, OPERATOR, { language: 'fr', chosen: true });
  expect(await spoken()).toBe('en');
});
