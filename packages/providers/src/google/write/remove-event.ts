import type { RemoveOutcome, RemoveRequest } from '../../port/writes.ts';
import { readWhole } from '../read/look-up.ts';
import { etagOf, isSeriesEtag } from '../read/read-object.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { refusedWrite } from '../wire/google-failure.ts';
import { eventPath, idIn } from '../wire/paths.ts';
import { goneOrNotThere } from './gone.ts';
import { NO_MAILS } from './put-event.ts';

/** The port's `remove`. A series goes in the version that all of its rows make. */
export async function removeEvent(client: GoogleClient, request: RemoveRequest): Promise<RemoveOutcome> {
  const { calendarHref: calendar, href, base } = request;
  const id = idIn(calendar, href);
  const there =
    base.etag === null || isSeriesEtag(base.etag) ? await readWhole(client, calendar, id) : undefined;
  if (there === null) return goneOrNotThere(client, calendar);
  if (there !== undefined && base.etag !== null && etagOf(there) !== base.etag) return { outcome: 'changed' };
  const row = there?.master ?? there?.instances[0];
  const ifMatch = row?.etag ?? base.etag ?? '';
  const answer = await client.send({
    method: 'DELETE',
    path: eventPath(calendar, id),
    query: NO_MAILS,
    ifMatch,
  });
  if (answer.status >= 200 && answer.status < 300) return { outcome: 'removed' };
  if (answer.status === 412 || answer.status === 409) return { outcome: 'changed' };
  if (answer.status === 404 || answer.status === 410) return goneOrNotThere(client, calendar);
  const refused = refusedWrite(answer);
  if (refused !== null) return refused;
  throw client.failure(answer);
}
