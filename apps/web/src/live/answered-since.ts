import { readSeen, SEEN_HEADER, type Seen } from '@atelier/api/live/seen';

/** Knows how old the oldest answer is that the page shows, so that its live stream begins there. */
export interface AnsweredSince {
  /** Reads it from an answer. */
  readonly note: (answer: Response) => void;
  /**
   * From where a stream has to begin; null where no answer has said. Should one that was asked before come in later, and be
   * older, `older` is called.
   */
  readonly begin: (older: () => void) => Seen | null;
  /** Another person's answers follow. */
  readonly forget: () => void;
}

const DIFFERENT = 'different';

export function createAnsweredSince(): AnsweredSince {
  let oldest: Seen | null = null;
  let begun: { readonly tick: number; readonly older: () => void } | null = null;
  return {
    note(answer) {
      const seen = readSeen(answer.headers.get(SEEN_HEADER));
      if (!seen) return;
      if (begun === null) oldest = oldest ? olderOf(oldest, seen) : seen;
      else if (seen.tick < begun.tick) begun.older();
    },
    begin(older) {
      begun = { tick: oldest?.tick ?? 0, older };
      return oldest;
    },
    forget() {
      oldest = null;
      begun = null;
    },
  };
}

function olderOf(one: Seen, other: Seen): Seen {
  const statuses = one.statuses === other.statuses ? one.statuses : DIFFERENT;
  return { tick: Math.min(one.tick, other.tick), statuses };
}
