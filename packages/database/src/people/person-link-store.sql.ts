import { known, statement } from '../statement.ts';

/** It opens nothing for somebody who is switched off; of two who take it at once, one has it. */
export const takeLink = statement({
  text: `DELETE FROM person_link l USING "user" u
     WHERE u.id = l.user_id AND l.token_hash = $tokenHash AND l.expires_at > $now AND u.disabled_at IS NULL
     RETURNING l.user_id AS "userId", l.kind, l.expires_at AS "expiresAt"`,
  params: { tokenHash: 'bytea', now: 'timestamptz' },
  row: { userId: 'text', kind: known<'INVITE' | 'RESET'>('text'), expiresAt: 'timestamptz' },
});
