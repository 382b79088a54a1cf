/**
 * What is counted apart of strangers: looking, asking a provider about one time, changing, keeping a time, sending a
 * picture, sending a form, signing in; of scripts: whatever they do.
 */
export type LimitedByAddress = 'read' | 'check' | 'write' | 'hold' | 'upload' | 'submit' | 'signIn' | 'admin';

/** `person` is counted of people who are signed in, by who they are; `feed` of a private address, whoever asks there. */
export type Limited = LimitedByAddress | 'person' | 'feed';

export interface Counted {
  readonly allowed: boolean;
  /** Most within one window. */
  readonly limit: number;
  /** Asked in this window so far, this time included. */
  readonly used: number;
  /** Until the window ends and counting begins anew. */
  readonly resetSeconds: number;
}

/** Counts addresses in the database, so that every server process counts alike; people and feeds in each by itself. */
export interface Limiter {
  /**
   * @param who an address, or the id of a person or a feed.
   * @param points how much this is of it at once.
   * @throws when it cannot count: whoever cannot be counted is not let in.
   */
  take(what: Limited, who: string, points?: number): Promise<Counted>;
}
