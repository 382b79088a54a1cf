import { fieldOf } from '../../json.ts';
import type { PutOutcome } from '../../port/writes.ts';
import { instantOfRow } from '../../rows/row-time.ts';
import type { RowTime } from '../../rows/series-rows.ts';
import type { GraphFields } from '../event/graph-event.ts';
import { graphEvent } from '../event/graph-event.ts';
import { allRows } from '../read/page-of.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { eventHref, query } from '../wire/paths.ts';
import { type ChangedFields, changedFields, isNothing } from './changed-fields.ts';
import { refuse } from './refusal.ts';
import type { Wanted } from './wanted-rows.ts';
import { refusalOf } from './write-answer.ts';

export interface InstanceWrite {
  readonly original: RowTime;
  /** Null: the instance is not to be. */
  readonly change: ChangedFields | null;
}

/**
 * What is to be done to the instances of a series so that they are as wanted. One whose change was taken back gets the
 * fields of its series again; one that is gone cannot be brought back.
 */
export function instanceWrites(there: Wanted, wanted: Wanted): readonly InstanceWrite[] | 'restored' {
  if ([...there.cancelled.keys()].some((name) => !wanted.cancelled.has(name))) return 'restored';
  const taken = [...wanted.cancelled].filter(([name]) => !there.cancelled.has(name));
  const changed = [...wanted.exceptions].flatMap(([name, { original, fields }]) => {
    const now = there.exceptions.get(name)?.fields ?? plannedFields(there, original);
    const change = changedFields(now, fields);
    return isNothing(change) ? [] : [{ original, change }];
  });
  const back = [...there.exceptions].flatMap(([name, { original, fields }]) => {
    if (wanted.exceptions.has(name) || wanted.cancelled.has(name)) return [];
    const change = changedFields(fields, plannedFields(wanted, original));
    return isNothing(change) ? [] : [{ original, change }];
  });
  return [...taken.map(([, original]) => ({ original, change: null })), ...back, ...changed];
}

/** The series' own fields at one of its dates. */
function plannedFields({ fields, start }: Wanted, original: RowTime): GraphFields {
  const at = instantOfRow(original, 'UTC');
  const shift = instantOfRow(start, 'UTC').until(at);
  return {
    ...fields,
    recurrence: null,
    start: shifted(fields.start, start, shift),
    end: shifted(fields.end, start, shift),
  };
}

/** As long as the series' own instances are: exact, and said on its clock. */
function shifted(time: GraphFields['start'], start: RowTime, by: Temporal.Duration): GraphFields['start'] {
  const at = Temporal.PlainDateTime.from(time.dateTime).toZonedDateTime(time.timeZone).toInstant().add(by);
  const zone = start.kind === 'zoned' ? time.timeZone : 'UTC';
  const wall = at.toZonedDateTimeISO(zone).toPlainDateTime();
  return { dateTime: wall.toString({ smallestUnit: 'second' }), timeZone: zone };
}

type Refusal = Exclude<PutOutcome, { readonly outcome: 'stored' }>;

/** One after the other, each on condition of its own version; null when all are done. */
export async function writeInstances(
  client: GraphClient,
  calendar: string,
  master: string,
  writes: readonly InstanceWrite[],
): Promise<Refusal | null> {
  for (const write of writes) {
    const instance = await instanceAt(client, master, write.original);
    if (instance === null) {
      if (write.change === null) continue;
      return refuse('instance');
    }
    const { id, etag } = instance;
    const path = eventHref(calendar, id);
    const answer = await client.send(
      write.change === null
        ? { method: 'DELETE', path, ifMatch: etag }
        : { method: 'PATCH', path, ifMatch: etag, body: write.change },
    );
    if (answer.status >= 200 && answer.status < 300) continue;
    const refusal = refusalOf(client, answer);
    return typeof refusal === 'string' ? { outcome: 'changed' } : refusal;
  }
  return null;
}

const DAYS_AROUND = 40;

/** By its original start: where it is planned, or, moved, some weeks around. */
async function instanceAt(
  client: GraphClient,
  master: string,
  original: RowTime,
): Promise<{ readonly id: string; readonly etag: string } | null> {
  const at = instantOfRow(original, 'UTC');
  for (const hours of [original.kind === 'date' ? 24 : 1, DAYS_AROUND * 24]) {
    const stretch = {
      startDateTime: at.subtract({ hours: hours > 24 ? hours : 0 }).toString(),
      endDateTime: at.add({ hours }).toString(),
    };
    const path = `${master}/instances${query({ ...stretch, $top: 200, $select: 'id,type,originalStart,start,end' })}`;
    const rows = await allRows(client, path);
    const found = rows.find((row) => isAt(row, at, original.kind === 'date'));
    const [id, etag] = [fieldOf(found, 'id'), fieldOf(found, '@odata.etag')];
    if (typeof id === 'string' && typeof etag === 'string') return { id, etag };
  }
  return null;
}

function isAt(row: unknown, at: Temporal.Instant, allDay: boolean): boolean {
  const said = fieldOf(row, 'originalStart');
  const start = typeof said === 'string' ? said : startOf(row);
  if (start === null) return false;
  if (allDay) return start.slice(0, 10) === at.toString().slice(0, 10);
  return Temporal.Instant.from(start).equals(at);
}

/** An instance that was never changed need not say where it was planned. */
function startOf(row: unknown): string | null {
  const read = graphEvent.safeParse(row);
  return read.success ? `${read.data.start.dateTime.replace(/Z$/, '')}Z` : null;
}
