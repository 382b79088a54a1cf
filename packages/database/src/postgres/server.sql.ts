import { statement } from '../statement.ts';

export const serverNow = statement({
  text: `SELECT clock_timestamp() AS now, current_setting('server_version') AS version`,
  params: {},
  row: { now: 'timestamptz', version: 'text' },
});

/** A commit answers before it is on the disk: a crash of the database may lose it, and nothing after it. */
export const commitLater = statement({ text: 'SET LOCAL synchronous_commit TO off', params: {}, row: {} });
