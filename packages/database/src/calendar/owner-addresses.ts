/**
 * Whose answers to invitations count in a calendar: the e-mail addresses of its owner, of the account (what the server knows it by,
 * and its user name where that is one), and of the artists whose time it blocks. For a statement on `calendar`.
 */
export const OWNER_ADDRESSES = `ARRAY(
  SELECT email FROM "user" WHERE id = calendar.owner_id
  UNION SELECT w.username FROM connection k JOIN account_credential w ON w.id = k.credential_id
    WHERE k.id = calendar.connection_id AND w.username LIKE '%@%'
  UNION SELECT unnest(addresses) FROM connection WHERE id = calendar.connection_id
  UNION SELECT u.email FROM artist a JOIN "user" u ON u.id = a.user_id
    WHERE a.calendar_id = calendar.id
      OR EXISTS (SELECT 1 FROM blocking_calendar b WHERE b.artist_id = a.id AND b.calendar_id = calendar.id)
) AS "ownerAddresses"`;
