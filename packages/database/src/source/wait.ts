/** How long something that failed waits. */
export interface Wait {
  readonly until: Date;
  /** Only a scheduled run that failed makes the next wait longer; one that was asked for may only shorten it. */
  readonly counts: boolean;
  /** The server said when to come back. */
  readonly told: boolean;
}

export interface Failure {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
}

/** A wait in SQL, of the parameters $until, $counts and $told: what it comes to for a column. What was told is kept to, whoever asked. */
export const waitUntil = (column: string) =>
  `CASE WHEN $told THEN greatest(${column}, $until) WHEN $counts THEN $until ELSE least(${column}, $until) END`;
