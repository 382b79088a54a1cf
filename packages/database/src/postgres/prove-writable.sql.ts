import { statement } from '../statement.ts';

/** Not if another has written within so many ms. */
export const writeNow = statement({
  text: `INSERT INTO setting (key, value) VALUES ($key, to_jsonb($now::bigint))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value
       WHERE abs((setting.value #>> '{}')::bigint - $now::bigint) >= $everyMs RETURNING key`,
  params: { key: 'text', now: 'int8', everyMs: 'int8' },
  row: { key: 'text' },
});

export const littleMemory = statement({ text: `SET LOCAL work_mem = '64kB'`, params: {}, row: {} });

/** A sort of a megabyte. */
export const sortMuch = statement({
  text: `SELECT count(*) AS sorted FROM (
       SELECT n FROM generate_series(1, 10000) AS n ORDER BY repeat(n::text, 20) OFFSET 0) AS lines`,
  params: {},
  row: { sorted: 'int8' },
});
