import type { Queryable } from '../database.ts';
import type { Source } from '../generated/client.ts';

/** What is kept of a source of any kind: its pace, and how its runs went. */
export type SourceRow = Readonly<
  Pick<
    Source,
    | 'id'
    | 'intervalSeconds'
    | 'intervalChosen'
    | 'watchedUntil'
    | 'lastChangedAt'
    | 'lastCompleteAt'
    | 'fullRequested'
    | 'failures'
    | 'failureKind'
  >
>;

export async function sourceOf({ prisma }: Queryable, id: string): Promise<SourceRow | null> {
  return prisma.source.findUnique({ where: { id } });
}
