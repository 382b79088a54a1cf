import { statement } from '../statement.ts';
import { DEAD_LETTERS, JOB_SCHEMA } from './job-schema.ts';

/** Those of these items that no job is about: none that waits or is under way, and none that was given up. */
export const unqueuedOf = statement({
  text: `SELECT due.id FROM unnest($ids::text[]) WITH ORDINALITY AS due(id, place)
     WHERE NOT EXISTS (
       SELECT 1 FROM ${JOB_SCHEMA}.job j
       WHERE j.data ->> 'id' = due.id AND j.state <= 'active'
         AND (j.name = $name OR (j.name = '${DEAD_LETTERS}' AND j.source_name = $name)))
     ORDER BY due.place`,
  params: { ids: 'text[]', name: 'text' },
  row: { id: 'text!' },
});

/** What is due and nobody has begun, with how long the oldest of it has been due. */
export const dueJobs = statement({
  text: `SELECT name AS job, count(*) AS due,
       extract(epoch FROM ${JOB_SCHEMA}.job_now() - min(start_after))::float8 AS "lagSeconds"
     FROM ${JOB_SCHEMA}.job WHERE state < 'active' AND start_after <= ${JOB_SCHEMA}.job_now() GROUP BY name ORDER BY name`,
  params: {},
  row: { job: 'text', due: 'int8', lagSeconds: 'float8' },
});

/** What people call the things that jobs are about; without those that are gone. */
export const subjectsOf = statement({
  text: `SELECT id, client_name AS name FROM booking WHERE id = ANY ($ids)
     UNION ALL SELECT id, client_name FROM inquiry WHERE id = ANY ($ids)
     UNION ALL SELECT id, subject FROM mail WHERE id = ANY ($ids)
     UNION ALL SELECT id, name FROM connection WHERE id = ANY ($ids)
     UNION ALL SELECT id, coalesce(own_name, name) FROM calendar WHERE id = ANY ($ids)`,
  params: { ids: 'uuid[]' },
  row: { id: 'uuid', name: 'text' },
});
