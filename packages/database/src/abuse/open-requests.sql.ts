import { statement } from '../statement.ts';

/** What `mailboxOf` does, on what clients typed. */
const MAILBOX = `lower(regexp_replace(client_email, '\\+[^@]*@', '@'))`;

/** What waits for an answer of the studio: requests for a time, and ideas. */
export const openRequestsOf = statement({
  text: `SELECT artist_id AS "artistId", count(*) FILTER (WHERE ${MAILBOX} = $mailbox) AS "ofMailbox",
       count(*) FILTER (WHERE origin_hash = $originHash) AS "ofOrigin"
     FROM (SELECT artist_id, client_email, origin_hash FROM booking WHERE state = 'REQUESTED'
           UNION ALL SELECT artist_id, client_email, origin_hash FROM inquiry WHERE state = 'OPEN') AS waiting
     WHERE ${MAILBOX} = $mailbox OR origin_hash = $originHash GROUP BY artist_id`,
  params: { mailbox: 'text', originHash: 'bytea' },
  row: { artistId: 'uuid?', ofMailbox: 'int8', ofOrigin: 'int8' },
});

export const admittedOf = statement({
  text: `SELECT count(DISTINCT id) FILTER (WHERE of_mailbox AND recent) AS "hourOfMailbox",
       count(DISTINCT id) FILTER (WHERE of_mailbox) AS "dayOfMailbox",
       count(DISTINCT id) FILTER (WHERE of_origin AND recent) AS "hourOfOrigin"
     FROM (SELECT id, ${MAILBOX} = $mailbox AS of_mailbox, origin_hash = $originHash AS of_origin,
             created_at > $now::timestamptz - interval '1 hour' AS recent
           FROM (SELECT coalesce(series_id, id) AS id, client_email, origin_hash, created_at FROM booking
                 UNION ALL SELECT id, client_email, origin_hash, created_at FROM inquiry) AS made
           WHERE origin_hash IS NOT NULL AND created_at > $now::timestamptz - interval '1 day'
             AND (${MAILBOX} = $mailbox OR origin_hash = $originHash)) AS admitted`,
  params: { mailbox: 'text', originHash: 'bytea', now: 'timestamptz' },
  row: { hourOfMailbox: 'int8', dayOfMailbox: 'int8', hourOfOrigin: 'int8' },
});
