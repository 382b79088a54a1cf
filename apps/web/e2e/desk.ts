import type { AppRouter } from '@atelier/api/trpc/app-router';
import type { Locator, Page } from '@playwright/test';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import { type Studio, studioDate } from './studio.ts';

/** What clients and colleagues do meanwhile, over the wire. */
export interface Desk {
  /** ISO date at the studio, so many days from today. */
  date(days: number): string;
  /** Free starts of the artist's first service, from three days on. */
  free(slug: string): Promise<readonly Date[]>;
  /** A client asks for the next free time. */
  request(slug: string, name: string): Promise<readonly [id: string, start: Date]>;
  /** @returns the client's token */
  idea(slug: string, name: string, text: string): Promise<string>;
  ideaId(token: string): Promise<string>;
  seeIdea(token: string): ReturnType<Api['inquiry']['see']['query']>;
  pick(token: string, offeredId: string): Promise<void>;
  state(bookingId: string): Promise<string>;
  answer(bookingId: string, action: 'confirm' | 'decline'): Promise<void>;
  choose(page: Page, box: Locator, option: string): Promise<void>;
}

/** An artist who can be booked and signs in, and somebody at the front desk. */
export const IRIS = { slug: 'iris-moon', email: 'iris@studio.test', password: 'a password of iris' };
export const FRONT = { email: 'desk@studio.test', password: 'a password of desk' };
const OPEN: [string, string][] = [['09:00', '17:30']];

type Api = ReturnType<typeof client>;

function client(url: string, cookie: string) {
  const headers = { cookie, origin: url };
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/trpc`, transformer: superjson, headers })],
  });
}

export async function openDesk(studio: Studio): Promise<Desk> {
  const admin = client(studio.url, await cookieOf(studio));
  const anybody = client(studio.url, '');
  await ensureIris(admin);
  const ideas = new Map<string, string>();
  async function serviceOf(slug: string): Promise<string> {
    const { artists } = await anybody.booking.studio.query();
    return artists.find((artist) => artist.slug === slug)?.services[0]?.id ?? '';
  }
  async function free(slug: string): Promise<readonly Date[]> {
    const asked = { artist: slug, serviceId: await serviceOf(slug), from: studioDate(3), to: studioDate(20) };
    const { days } = await anybody.booking.slots.query(asked);
    return days.flatMap(({ slots }) => slots.map(({ start }) => start));
  }
  const person = (name: string) => ({ name, email: `${name.replaceAll(/\W/g, '')}@example.com` });
  return {
    date: studioDate,
    free,
    async request(slug, name) {
      const [start] = await free(slug);
      if (!start) throw new Error('nothing is free');
      const serviceId = await serviceOf(slug);
      const wish = { key: crypto.randomUUID(), artist: slug, serviceId, start, language: 'en' as const };
      const answer = await anybody.booking.submit.mutate({ ...wish, client: person(name) });
      if (answer.kind !== 'booked') throw new Error(answer.message);
      return [answer.booking.id, start];
    },
    async idea(slug, name, text) {
      const wish = { key: crypto.randomUUID(), artist: slug, idea: text, language: 'en' as const };
      const { id, token } = await anybody.inquiry.send.mutate({ ...wish, client: person(name) });
      ideas.set(token, id);
      return token;
    },
    ideaId: async (token) => ideas.get(token) ?? '',
    seeIdea: (token) => anybody.inquiry.see.query({ token }),
    async pick(token, offeredId) {
      await anybody.inquiry.pick.mutate({ token, offeredId });
    },
    state: async (id) => (await admin.bookings.see.query({ id })).state,
    async answer(id, action) {
      await admin.bookings.answer.mutate({ id, action });
    },
    async choose(page, box, option) {
      await box.click();
      await page.getByRole('option', { name: option }).click();
    },
  };
}

async function ensureIris(admin: Api): Promise<void> {
  const { slug, ...person } = IRIS;
  const known = (await admin.artists.list.query()).find((artist) => artist.slug === slug);
  if (known && known.calendarId !== null) return;
  const calendarId = (await admin.calendars.list.query()).find(({ name }) => name === 'Perso')?.id ?? '';
  const calendars = { calendarId, blocking: [calendarId] };
  // Who removed the account that it was in has connected it anew.
  if (known) return void (await admin.artists.set.mutate({ slug, ...calendars }));
  const { id: userId } = await admin.people.add.mutate({ ...person, name: 'Iris Moon', role: 'ARTIST' });
  await admin.people.add.mutate({ ...FRONT, name: 'Noah Desk', role: 'STAFF' });
  await admin.artists.add.mutate({ name: 'Iris Moon', slug, zone: 'Europe/Zurich', userId, ...calendars });
  await admin.artists.saveService.mutate({
    artist: slug,
    name: 'Small tattoo',
    minutes: 90,
    price: 'CHF 150',
  });
  const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => [day, OPEN]);
  await admin.artists.setHours.mutate({ slug, hours: { weekly: Object.fromEntries(days) } });
}

async function cookieOf({ url, email, password }: Studio): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Taken with Enter, as when the field is left. @param date ISO */
export async function typeDate(within: Page | Locator, date: string, label = 'Date'): Promise<void> {
  const field = within.getByLabel(label);
  await field.fill(date);
  await field.press('Enter');
}
