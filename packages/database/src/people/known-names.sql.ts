import { statement } from '../statement.ts';

/** Whom a person may speak of: artists, and the clients of the bookings and ideas that they see. The latest first. */
export const knownNamesFor = statement({
  text: `SELECT name FROM (
       SELECT b.client_name AS name, b.starts_at AS at FROM booking b
       WHERE $visibleTo::text IS NULL OR b.artist_id IN (SELECT id FROM artist WHERE user_id = $visibleTo)
       UNION ALL
       SELECT i.client_name, i.created_at FROM inquiry i LEFT JOIN artist a ON a.id = i.artist_id
       WHERE $visibleTo::text IS NULL OR a.user_id = $visibleTo
         OR (a.id IS NULL AND EXISTS (SELECT 1 FROM artist mine WHERE mine.user_id = $visibleTo))
       UNION ALL
       SELECT name, 'infinity' FROM artist WHERE active
     ) known GROUP BY name ORDER BY max(at) DESC, name LIMIT $limit`,
  params: { visibleTo: 'text?', limit: 'int8' },
  row: { name: 'text' },
});
