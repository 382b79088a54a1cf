/** Seeds that broke a rule once, each named after what was wrong in the engine then. */
export const FAILED_ONCE: readonly (readonly [name: string, seed: number])[] = [
  ['S2: a create whose address somebody else’s event has taken finds another one', 1185],
];
