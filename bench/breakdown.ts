import { randomUUID } from 'node:crypto';
import { readObject } from '@atelier/calendar/read/read-object';
import type { Database } from '@atelier/database/database';
import { putObjects, type StoredObject } from '@atelier/database/object/object-store';
import { transact } from '@atelier/database/transaction';

/** Where the time of a first sync goes, each part measured alone afterwards; inside a sync they overlap. */
export interface Parts {
  /** Objects that could be read; they are what is written. */
  readonly objects: number;
  readonly readMs: number;
  readonly writeMs: number;
  readonly occurrences: number;
}

const PAGE = 250;

export async function measureParts(database: Database, calendarId: string): Promise<Parts> {
  const [calendar] = await database.query<{ zone: string; from: Date; to: Date }>(
    'SELECT time_zone AS zone, horizon_from AS "from", horizon_to AS "to" FROM calendar WHERE id = $1',
    [calendarId],
  );
  if (!calendar) throw new Error('the calendar is gone');
  const sources = await database.query<{ href: string; source: string }>(
    'SELECT href, source FROM calendar_object WHERE calendar_id = $1',
    [calendarId],
  );
  const context = { zone: calendar.zone, from: calendar.from.getTime(), to: calendar.to.getTime() };
  const beganReading = performance.now();
  const objects = sources.flatMap(({ href, source }): StoredObject[] => {
    const read = readObject(source, context);
    return read.ok ? [{ ...read.object, id: randomUUID(), href, source, etag: null, quarantined: null }] : [];
  });
  const readMs = performance.now() - beganReading;
  await database.query('DELETE FROM calendar_object WHERE calendar_id = $1', [calendarId]);
  const beganWriting = performance.now();
  for (let start = 0; start < objects.length; start += PAGE) {
    await transact(database, (transaction) =>
      putObjects(transaction, calendarId, objects.slice(start, start + PAGE), []),
    );
  }
  const writeMs = performance.now() - beganWriting;
  return {
    objects: objects.length,
    readMs,
    writeMs,
    occurrences: objects.reduce((sum, object) => sum + object.occurrences.length, 0),
  };
}
