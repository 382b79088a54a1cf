import type { AppRouter } from '@atelier/api/trpc/app-router';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import superjson from 'superjson';
import type { Studio } from './studio.ts';

type StudioApi = TRPCClient<AppRouter>;

/** The studio's own side, signed in as its admin, over HTTP as any other program. */
export async function studioApi({ url, email, password }: Studio): Promise<StudioApi> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return client(`${url}/trpc`, { cookie, origin: url });
}

/** Somebody without an account, such as another visitor. */
export const visitorApi = ({ url }: Studio): StudioApi => client(`${url}/trpc`, { origin: url });

function client(url: string, headers: Record<string, string>): StudioApi {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url, transformer: superjson, headers })] });
}

const DAILY: [string, string][] = [
  ['09:00', '12:30'],
  ['14:00', '19:00'],
];

/** An artist of a test's own, with a calendar of their own, free every day. @returns the id of the service */
export async function addArtist(
  api: StudioApi,
  slug: string,
  { name = 'Nora Vidal', service = 'Small tattoo', zone = 'Europe/Zurich', questions = true } = {},
): Promise<string> {
  const calendar = await api.calendars.addOwn.mutate({ name: slug, zone, owner: 'owner@studio.test' });
  await api.artists.add.mutate({ name, slug, zone, calendarId: calendar.id });
  const rules = { noticeMinutes: 60, horizonDays: 120, slotInterval: 30, cutOffMinutes: 60 };
  await api.artists.set.mutate({ slug, ...rules, bio: 'Fine line and botanicals.' });
  const weekly = { mo: DAILY, tu: DAILY, we: DAILY, th: DAILY, fr: DAILY, sa: DAILY, su: DAILY };
  await api.artists.setHours.mutate({ slug, hours: { weekly, overrides: [], closures: [] } });
  const { id } = await api.artists.saveService.mutate({
    artist: slug,
    name: service,
    description: 'A single motif of up to 8 cm.',
    minutes: 60,
    price: 'from CHF 180',
    deposit: 'CHF 50',
    questions: questions ? [{ label: 'Do you have allergies?', required: true }] : [],
  });
  return id;
}
