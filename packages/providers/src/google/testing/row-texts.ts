import { googleEvent } from '../event/google-event.ts';
import { gatherRows } from '../read/gather-rows.ts';
import { objectId, readObject } from '../read/read-object.ts';

/** What the rows that lie at Google come to, by the id of each object, without a request. */
export function rowTexts(
  rows: readonly unknown[],
): ReadonlyMap<string, { readonly etag: string | null; readonly body: string }> {
  const { objects } = gatherRows(rows.flatMap((row) => googleEvent(row) ?? []));
  return new Map(
    objects.flatMap((series) => {
      const object = readObject('', series);
      if ('reason' in object) throw new Error(object.reason);
      return [[objectId(series), { etag: object.etag, body: object.body }]];
    }),
  );
}
