import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../actor.ts';
import { wrongCalendars } from '../booking/settings/artist-calendars.ts';
import { openWriting, person, value, type Writing } from '../events/testing/writing.ts';
import { addUser } from '../people/add-user.ts';
import { acceptLink } from '../people/links/accept-link.ts';
import { invitePerson } from '../people/links/invite-person.ts';
import { removePerson } from '../people/remove-person.ts';
import { speakLanguage } from '../people/speak-language.ts';
import { shareCalendar } from '../sharing/share-calendar.ts';
import { setStudio } from '../studio/set-studio.ts';
import { calendarOverview } from './calendar-overview.ts';
import { removeCalendar } from './remove-calendar.ts';
import { setCalendar } from './set-calendar.ts';

const boss = person('boss', 'ADMIN');
const PASSWORD = 'a long enough password';

let writing: Writing;
beforeEach(async () => {
  const opened = await openWriting([boss]);
  const passwords = { hash: async (password: string) => `#${password}`, verify: async () => true };
  writing = { ...opened, context: { ...opened.context, passwords } };
  return () => writing.test[Symbol.asyncDispose]();
});

async function addIris() {
  const iris = { email: 'iris@studio.test', name: 'Iris', role: 'ARTIST', password: PASSWORD } as const;
  const { id } = value(await addUser(writing.context, OPERATOR, iris));
  return { userId: id, name: 'Iris', email: iris.email, role: 'ARTIST' } as const;
}

const seenBy = async (actor: typeof boss) =>
  (await calendarOverview(writing.context, actor)).filter((one) => one.private);

it('I8 everybody has a private calendar from the start, which nobody else sees, admins included', async () => {
  const iris = await addIris();
  expect(await seenBy(iris)).toMatchObject([
    { name: 'Private', mine: true, level: 'write', connectionId: null },
  ]);
  expect(await seenBy(boss)).toEqual([]);
  const [{ id = '' } = {}] = await seenBy(iris);
  expect(await setCalendar(writing.context, boss, { id, name: 'x' })).toMatchObject({ ok: false });
});

it('who is invited has it with the password; a second link makes no second one', async () => {
  const wish = { email: 'kim@studio.test', name: 'Kim', role: 'ARTIST', language: 'fr' } as const;
  const { id, url } = value(await invitePerson(writing.context, boss, wish));
  const kim = { userId: id, name: 'Kim', email: wish.email, role: 'ARTIST' } as const;
  expect(await seenBy(kim)).toEqual([]);
  const token = url.split('/').at(-1) ?? '';
  value(await acceptLink(writing.context, { token, name: 'Kim', password: PASSWORD }));
  expect(await seenBy(kim)).toMatchObject([{ name: 'Privée' }]);
});

it('I4 it is called in its owner’s language, whichever that becomes, until they name it', async () => {
  const iris = await addIris();
  const [{ id = '' } = {}] = await seenBy(iris);
  await speakLanguage(writing.context, iris, { language: 'fr', chosen: true });
  expect(await seenBy(iris)).toMatchObject([{ id, name: 'Privée' }]);
  value(await setCalendar(writing.context, iris, { id, name: 'À moi' }));
  await speakLanguage(writing.context, iris, { language: 'en', chosen: true });
  expect(await seenBy(iris)).toMatchObject([{ id, name: 'À moi' }]);
});

it('I8 it is neither shared, removed nor given bookings; it may block', async () => {
  const iris = await addIris();
  const [{ id = '' } = {}] = await seenBy(iris);
  const everybody = { calendarId: id, with: { kind: 'everybody' }, level: 'busy' } as const;
  expect(await shareCalendar(writing.context, iris, everybody)).toMatchObject({
    refusal: { code: 'calendar-stays-private' },
  });
  expect(await removeCalendar(writing.context, iris, { id, withEvents: true })).toMatchObject({
    refusal: { code: 'private-calendar-stays' },
  });
  expect(await wrongCalendars(writing.context, iris, { calendarId: id })).toMatchObject({
    refusal: { code: 'private-cannot-receive' },
  });
  expect(await wrongCalendars(writing.context, iris, { blocking: [id] })).toBeNull();
  expect(await wrongCalendars(writing.context, boss, { blocking: [id] })).toMatchObject({ ok: false });
});

it('I8 it goes with its owner, and is in nobody’s way', async () => {
  const iris = await addIris();
  const [{ id = '' } = {}] = await seenBy(iris);
  value(await removePerson(writing.context, boss, { id: iris.userId, to: null }));
  expect(await calendarOverview(writing.context, OPERATOR, { ids: [id] })).toEqual([]);
  expect(await writing.context.database.query('SELECT 1 FROM source WHERE id = $1', [id])).toEqual([]);
});

it('I5 it follows the zone that the studio is told, as long as nothing is in it', async () => {
  const iris = await addIris();
  await setStudio(writing.context, boss, { name: 'Nord', zone: 'Asia/Tokyo' });
  expect(await seenBy(iris)).toMatchObject([{ timeZone: 'Asia/Tokyo' }]);
});
