import { statement } from '../statement.ts';

/** Computed columns are left out: the database makes them again. `counter` is the one that it counts up by itself. */
export const tableColumns = statement({
  text: `SELECT c.relname::text AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns,
       (array_agg(a.attname::text) FILTER (WHERE a.attidentity <> ''))[1] AS counter
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
  params: {},
  row: { table: 'text!', columns: 'text[]!', counter: 'text?' },
});

/** Which table refers to which other one. */
export const tableReferences = statement({
  text: `SELECT DISTINCT holder.relname::text AS "from", held.relname::text AS "to"
     FROM pg_constraint f JOIN pg_class holder ON holder.oid = f.conrelid JOIN pg_class held ON held.oid = f.confrelid
     JOIN pg_namespace n ON n.oid = f.connamespace
     WHERE f.contype = 'f' AND n.nspname = 'public' AND f.conrelid <> f.confrelid`,
  params: {},
  row: { from: 'text!', to: 'text!' },
});
