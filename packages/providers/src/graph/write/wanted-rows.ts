import { objectRows, type Unfit } from '../../rows/object-rows.ts';
import type { EventRow, RowTime } from '../../rows/series-rows.ts';
import { fieldsOf, type Unsayable } from '../event/event-fields.ts';
import type { GraphFields } from '../event/graph-event.ts';
import { nameOf } from '../event/series-text.ts';

/** An event as Graph is to have it. */
export interface Wanted {
  readonly uid: string;
  readonly fields: GraphFields;
  readonly start: RowTime;
  /** By the name of the instance. */
  readonly exceptions: ReadonlyMap<string, WantedInstance>;
  /** Instances that are not to be, by name. */
  readonly cancelled: ReadonlyMap<string, RowTime>;
}

export interface WantedInstance {
  readonly original: RowTime;
  readonly fields: GraphFields;
}

/** What Graph cannot be told of a text. */
type TextGap = Unfit | Unsayable | 'instance';

/** What a text asks of Graph, or why it cannot be asked. An instance that is cancelled by its status is no more. */
export function wantedOf(text: string): Wanted | { readonly why: TextGap } {
  const read = objectRows(text, 'UTC');
  if (!read.ok) return { why: read.why };
  const { uid, master, exceptions, cancelled } = read.rows;
  if (master === null) return { why: 'no-master' };
  const own = fieldsOf(master);
  if (!own.ok) return { why: own.why };
  const isSeries = own.fields.recurrence !== null;
  if (!isSeries && exceptions.length > 0) return { why: 'instance' };
  const { start } = master;
  const taken = new Map(isSeries ? cancelled.map((time) => [nameOf(time, start), time]) : []);
  const changed = new Map<string, WantedInstance>();
  for (const { original, row } of exceptions) {
    if (isCancelled(row)) taken.set(nameOf(original, start), original);
    else {
      const fields = fieldsOf(row);
      if (!fields.ok) return { why: fields.why };
      changed.set(nameOf(original, start), { original, fields: fields.fields });
    }
  }
  return { uid, fields: own.fields, start, exceptions: changed, cancelled: taken };
}

function isCancelled({ lines }: EventRow): boolean {
  return lines.some((line) => /^STATUS(?:;[^:]*)?:\s*CANCELL?ED\s*$/i.test(line));
}
