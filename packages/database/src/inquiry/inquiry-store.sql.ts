import { statement } from '../statement.ts';

const row = { id: 'uuid' } as const;

export const inquiryToLock = statement({
  text: 'SELECT id FROM inquiry WHERE id = $id FOR UPDATE',
  params: { id: 'uuid' },
  row,
});

/** What waits for the studio first, the newest of each first. */
export const inquiriesWith = statement({
  text: `SELECT i.id FROM inquiry i LEFT JOIN artist a ON a.id = i.artist_id
     WHERE ($ids::uuid[] IS NULL OR i.id = ANY ($ids)) AND ($states::text[] IS NULL OR i.state::text = ANY ($states))
       AND ($visibleTo::text IS NULL OR a.user_id = $visibleTo
            OR (a.id IS NULL AND EXISTS (SELECT 1 FROM artist mine WHERE mine.user_id = $visibleTo)))
     ORDER BY i.state <> 'OPEN', i.state <> 'OFFERED', i.created_at DESC, i.id LIMIT $limit`,
  params: { ids: 'uuid[]?', states: 'text[]?', visibleTo: 'text?', limit: 'int8' },
  row,
});
