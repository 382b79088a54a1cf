/** Where pg-boss keeps its tables. */
export const JOB_SCHEMA = 'pgboss';
/** The queue of what was given up. */
export const DEAD_LETTERS = 'dead-letter';
