import { statement } from '../statement.ts';

/** Of a booking `b` whose artist signs in as this person; null is everybody's. */
const SEEN = `($visibleTo::text IS NULL OR b.artist_id IN (SELECT id FROM artist WHERE user_id = $visibleTo))`;

/** What takes place between two instants, as far as it lies there. */
export const bookedBetween = statement({
  text: `SELECT count(*) FILTER (WHERE b.state IN ('CONFIRMED', 'COMPLETED')) AS appointments,
       coalesce(sum(extract(epoch FROM least(b.ends_at, $to) - greatest(b.starts_at, $from)))
         FILTER (WHERE b.state IN ('CONFIRMED', 'COMPLETED')), 0)::float8 / 60 AS minutes,
       count(*) FILTER (WHERE b.state = 'NO_SHOW') AS "noShows"
     FROM booking b WHERE b.ends_at > $from AND b.starts_at < $to AND ${SEEN}`,
  params: { from: 'timestamptz', to: 'timestamptz', visibleTo: 'text?' },
  row: { appointments: 'int8', minutes: 'float8', noShows: 'int8' },
});

/** Requests that the studio answered between two instants: how many, and how long half of them waited at most. */
export const answeredBetween = statement({
  text: `SELECT count(*) AS requests,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM s.at - b.created_at)::float8) / 60 AS "medianMinutes"
     FROM booking_step s JOIN booking b ON b.id = s.booking_id
     WHERE s.at >= $from AND s.at < $to AND s.party = 'artist' AND s.from_state = 'REQUESTED'
       AND s.action IN ('confirm', 'decline', 'reschedule') AND ${SEEN}`,
  params: { from: 'timestamptz', to: 'timestamptz', visibleTo: 'text?' },
  row: { requests: 'int8', medianMinutes: 'float8?' },
});
