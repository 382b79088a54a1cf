import type { Bytes } from '@atelier/database/bytes';
/** Where a request of somebody unknown comes from, as far as it is kept. */
export interface Origin {
  /** Of the address, keyed with a secret: the same address gives the same, and nobody reads it back. */
  readonly hash: Bytes;
  /** The work that the asker's machine has done; spent together with what it was done for. */
  readonly proof: Proof | null;
}

/** A solution that was checked. It counts once. */
export interface Proof {
  readonly signature: string;
  /** From then on it is refused for its age, and need not be remembered. */
  readonly expiresAt: Date;
}
