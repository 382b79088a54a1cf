import { type GoogleEvent, type GoogleSeries, isCancelled, isSeries } from '../event/google-event.ts';
import { endOf } from './cursor.ts';

/** The rows of a whole list, put together to what they are rows of. */
export interface Gathered {
  readonly objects: readonly GoogleSeries[];
  readonly instances: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Instances of a series that is not there are objects by themselves: somebody was invited to one of them only. */
export function gatherRows(rows: Iterable<GoogleEvent>): Gathered {
  const masters = new Map<string, GoogleEvent>();
  const bySeries = new Map<string, GoogleEvent[]>();
  for (const row of rows) {
    if (row.recurringEventId === undefined) {
      if (!isCancelled(row)) masters.set(row.id, row);
      continue;
    }
    const others = bySeries.get(row.recurringEventId);
    if (others) others.push(row);
    else bySeries.set(row.recurringEventId, [row]);
  }
  const objects = [...masters.values()].map((master) => ({
    master,
    instances: isSeries(master) ? (bySeries.get(master.id) ?? []) : [],
  }));
  const orphans = [...bySeries]
    .filter(([seriesId]) => !masters.has(seriesId))
    .flatMap(([, others]) => others.filter((row) => !isCancelled(row)))
    .map((row) => ({ master: null, instances: [row] }));
  return { objects: [...objects, ...orphans], instances: instancesOf(objects) };
}

export function instancesOf(series: readonly GoogleSeries[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    series.flatMap(({ master, instances }) =>
      master === null || instances.length === 0
        ? []
        : [[master.id, new Set(instances.map(({ id }) => endOf(master.id, id)))]],
    ),
  );
}
