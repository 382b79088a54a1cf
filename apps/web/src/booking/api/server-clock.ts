/** The server's time by this machine's clock, which on phones may be minutes off. */
export interface ServerClock {
  now(): Date;
  /** `fetch` that looks at the `Date` of every answer. */
  readonly fetch: typeof globalThis.fetch;
}

/** `Date` counts in whole seconds, and answers take their time: less than this is no difference. */
const NOISE_MS = 3_000;

export function createServerClock(ask: typeof globalThis.fetch, here: () => number): ServerClock {
  let ahead = 0;
  return {
    now: () => new Date(here() + ahead),
    async fetch(input, init) {
      const answer = await ask(input, init);
      const told = Date.parse(answer.headers.get('date') ?? '');
      const difference = told - here();
      if (!Number.isNaN(difference)) ahead = Math.abs(difference) < NOISE_MS ? 0 : difference;
      return answer;
    },
  };
}
