import type { Bytes } from '@atelier/database/bytes';
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
  originHash(ip: string): Bytes;
  /** Stands for an e-mail address where it is only to be counted. */
  accountHash(email: string): string;
  /** What a browser keeps that has signed in with this address, to be known by later. Opens nothing. */
  deviceMark(email: string): string;
  /** @returns the name of the browser that shows it; null when it is no mark of this address. */
  knownDevice(email: string, mark: string): string | null;
  challenge(): Promise<Challenge>;
  /** @returns null for a solution that is wrong, too old or of somebody else's riddle. */
  verify(solution: string): Promise<Proof | null>;
}
