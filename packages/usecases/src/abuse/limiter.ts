/**
 * What is counted apart: looking, asking a provider about one time, changing, keeping a time, sending a picture, sending
 * a form.
 */
export type Limited = 'read' | 'check' | 'write' | 'hold' | 'upload' | 'submit' | 'admin';

export interface Counted {
  readonly allowed: boolean;
  /** Most within one window. */
  readonly limit: number;
  /** Asked in this window so far, this time included. */
  readonly used: number;
  /** Until the window ends and counting begins anew. */
  readonly resetSeconds: number;
}

/** Counts per address in the database, so that every server process counts alike. */
export interface Limiter {
  /** @throws when it cannot count: whoever cannot be counted is not let in. */
  take(what: Limited, ip: string): Promise<Counted>;
}
