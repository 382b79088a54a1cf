import { setImmediate as turn } from 'node:timers/promises';

/** How a provider tells whoever wants to know: at once, unless it is ordered otherwise. */
export interface TellingHabits {
  /** Never. */
  silent?: boolean;
  /** Not before `release`. */
  holds?: boolean;
}

/** What a provider has told, and has still to tell. */
export interface Tellings {
  habits: TellingHabits;
  /** Statuses that receivers have answered with, in order; 0 for none. */
  readonly answers: readonly number[];
  tell(send: Send): void;
  /** What was held goes out, in this order, each so many times. */
  release(order?: 'in-order' | 'reversed', times?: number): void;
  /** Resolves when everything has been told that was to be told. */
  settled(): Promise<void>;
}

type Send = () => Promise<{ readonly status: number }>;

export function createTellings(): Tellings {
  const answers: number[] = [];
  const held: Send[] = [];
  const sending = new Set<Promise<void>>();
  function go(send: Send): void {
    const sent = send()
      .then(
        ({ status }) => status,
        () => 0,
      )
      .then((status) => {
        answers.push(status);
        sending.delete(sent);
      });
    sending.add(sent);
  }
  const tellings: Tellings = {
    habits: {},
    answers,
    tell(send) {
      if (tellings.habits.silent) return;
      if (tellings.habits.holds) held.push(send);
      else go(send);
    },
    release(order = 'in-order', times = 1) {
      const waiting = held.splice(0);
      if (order === 'reversed') waiting.reverse();
      for (const send of waiting) for (let n = 0; n < times; n += 1) go(send);
    },
    async settled() {
      await turn();
      while (sending.size > 0) await Promise.all(sending);
    },
  };
  return tellings;
}
