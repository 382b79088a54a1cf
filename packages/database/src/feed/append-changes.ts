import type { Query } from '../database.ts';
import { type Announcement, audienceOf, subjectOf } from './announcement.ts';
import { appendedChanges } from './change-feed.sql.ts';

/**
 * Writes the last rows of a transaction. Their ticks come from a row whose lock is held until the commit: the order of
 * ticks is the order of commits, so a reader that has seen tick n will never find a smaller one appear later.
 */
export async function appendChanges(query: Query, announcements: readonly Announcement[]): Promise<void> {
  const audiences = announcements.map(audienceOf);
  await query(appendedChanges, {
    count: announcements.length,
    topics: announcements.map(({ topic }) => topic),
    subjects: announcements.map(subjectOf),
    audiences: audiences.map(({ kind }) => kind),
    audienceIds: audiences.map((audience) => ('id' in audience ? audience.id : null)),
    froms: announcements.map((item) => ('from' in item ? (item.from ?? null) : null)),
    tos: announcements.map((item) => ('to' in item ? (item.to ?? null) : null)),
  });
}
