import type { GoogleClient } from '../wire/google-client.ts';
import { eventsPath } from '../wire/paths.ts';

/** Throws whatever leaves it open. */
export async function isCalendar(client: GoogleClient, calendar: string): Promise<boolean> {
  const query = { maxResults: '1', fields: 'accessRole,timeZone' };
  const answer = await client.send({ method: 'GET', path: eventsPath(calendar), query });
  if (answer.status === 200) return true;
  if (answer.status === 404 || answer.status === 410) return false;
  throw client.failure(answer);
}

/** Throws `not-found` where there is no such calendar: what is missing from it says nothing then. */
export async function requireCalendar(client: GoogleClient, calendar: string): Promise<void> {
  if (await isCalendar(client, calendar)) return;
  throw client.failure({ status: 404, body: null, reason: 'notfound', retryAfter: undefined });
}
