import { statement } from '../statement.ts';

/** Processes of Atelier that hold connections, this one apart. */
export const othersAtWork = statement({
  text: `SELECT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND (application_name = 'atelier' OR application_name IN ('atelier-jobs', 'atelier-listen'))`,
  params: {},
  row: { name: 'text!' },
});

/** People, accounts and bookings are what a studio would miss. */
export const isSomethingThere = statement({
  text: `SELECT true AS there WHERE EXISTS (SELECT 1 FROM "user") OR EXISTS (SELECT 1 FROM connection)
     OR EXISTS (SELECT 1 FROM booking)`,
  params: {},
  row: { there: 'bool!' },
});
