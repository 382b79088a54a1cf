import type { MoveOutcome, MoveRequest } from '../../port/writes.ts';
import { isSeries } from '../event/google-event.ts';
import { readWhole } from '../read/look-up.ts';
import { etagOf, readObject } from '../read/read-object.ts';
import { readEvent } from '../read/read-series.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { eventPath, idIn } from '../wire/paths.ts';
import { goneOrNotThere } from './gone.ts';
import { NO_MAILS } from './put-event.ts';

/**
 * The port's `move`. The event keeps its id, and with it guests and their answers. Google takes no condition here, so
 * the version is looked at first.
 */
export async function moveEvent(client: GoogleClient, request: MoveRequest): Promise<MoveOutcome> {
  const { calendarHref: calendar, href, base, to } = request;
  const id = idIn(calendar, href);
  const there = await readWhole(client, calendar, id);
  if (there === null) return goneOrNotThere(client, calendar);
  if (there.master === null) return { outcome: 'unsupported' };
  if (base.etag !== null && etagOf(there) !== base.etag) return { outcome: 'changed' };
  if ((await readEvent(client, to.calendarHref, idIn(to.calendarHref, to.href))) !== null)
    return { outcome: 'changed' };
  const destination = decodeURIComponent(to.calendarHref.slice(0, -1));
  const path = `${eventPath(calendar, id)}/move`;
  const answer = await client.send({ method: 'POST', path, query: { ...NO_MAILS, destination } });
  // Only who has made it may move it, and only to a calendar of theirs: a copy and a deletion may do.
  if (answer.status >= 300) return { outcome: 'unsupported' };
  const known = isSeries(there.master) ? there.instances.map((row) => row.id) : [];
  const moved = await readWhole(client, to.calendarHref, id, known);
  const object = moved === null ? null : readObject(to.calendarHref, moved);
  if (object === null || 'reason' in object) return { outcome: 'gone' };
  return { outcome: 'stored', href: object.href, etag: object.etag, body: object.body };
}
