import type { Proof } from './origin.ts';

/** A riddle that costs the asker's machine about a second, and the server nothing. */
export interface Challenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly salt: string;
  readonly signature: string;
  readonly maxnumber: number;
}

/** What only a process that knows the installation's secret can say of strangers. */
export interface Guard {
  /** @param ip an address as the socket says it. */
  originHash(ip: string): Buffer;
  challenge(): Promise<Challenge>;
  /** @returns null for a solution that is wrong, too old or of somebody else's riddle. */
  verify(solution: string): Promise<Proof | null>;
}
