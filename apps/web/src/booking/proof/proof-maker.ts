import type { Challenge } from '../api/answers.ts';

type Riddle = Extract<Challenge, { needed: true }>;

export interface ProofMaker {
  /** Begins, so that it is ready when it is needed. */
  prepare(): void;
  /** The proof to send along; null where none is needed. */
  take(): Promise<string | null>;
  /** It has been used, or was refused: another one next time. */
  discard(): void;
}

/** Proves a little work in the background, while somebody fills in the form: nothing to click, nobody else involved. */
export function createProofMaker(
  challenge: () => Promise<Challenge>,
  solve: (riddle: Riddle) => Promise<number | null>,
): ProofMaker {
  let made: Promise<string | null> | null = null;
  const make = async () => {
    const riddle = await challenge();
    if (!riddle.needed) return null;
    const number = await solve(riddle);
    if (number === null) throw new Error('no number solves the riddle');
    const { algorithm, challenge: hash, salt, signature } = riddle;
    return btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
  };
  const begin = () => {
    const making = make();
    // One that has failed is not the one for ever.
    making.catch(() => {
      if (made === making) made = null;
    });
    made = making;
    return making;
  };
  return {
    prepare: () => void (made ?? begin()),
    take: () => made ?? begin(),
    discard: () => {
      made = null;
    },
  };
}
