import type { HoldAnswer, Slot, WhyTaken } from '../api/answers.ts';
import type { Keep } from '../storage.ts';
import { type HoldState, sameWanted, type Wanted } from './hold-state.ts';
import { forgetLeft, readLeft, readShared, SHARED_HOLD, share, unshare } from './shared-hold.ts';

/** What the server is asked. */
export interface HoldQuestions {
  hold(wanted: Wanted, token: string | null): Promise<HoldAnswer>;
  check(
    wanted: Wanted,
    token: string | null,
  ): Promise<{ readonly available: boolean; readonly reason: WhyTaken | null }>;
  extend(token: string): Promise<{ readonly expiresAt: Date }>;
  /** Must arrive also when the page is being left. */
  release(token: string): Promise<void>;
  /** Whether an error is the server's "no", rather than nothing heard from it. */
  isRefusal(error: unknown): boolean;
}

interface Means {
  readonly ask: HoldQuestions;
  readonly keep: Keep;
  /** The server's time. */
  readonly now: () => Date;
  /** Names this tab among those that share the hold. */
  readonly tab: string;
}

export interface HoldKeeper {
  readonly state: () => HoldState;
  readonly token: () => string | null;
  /** The token once nothing is being asked: whoever sends before that would stand in their own way. */
  readonly settledToken: () => Promise<string | null>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Another time, or none any more: then it is released. */
  choose(wanted: Wanted | null): void;
  /** Keeps it longer, or again where it has lapsed. */
  extend(): Promise<void>;
  /** Asks again after no answer. */
  again(): void;
  /** Somebody else was faster after all. */
  lost(reason: WhyTaken | null, nearest: readonly Slot[]): void;
  /** Booked: nothing is kept any more, and nothing to be released. */
  forget(): void;
  /** Another tab has changed what is shared. */
  otherTab(): void;
  /** The page is being left; and come back to. */
  leave(): void;
  comeBack(): void;
}

/** People click through times faster than anybody needs to ask for them. */
const PAUSE_MS = 300;

export function createHoldKeeper({ ask, keep, now, tab }: Means): HoldKeeper {
  const listeners = new Set<() => void>();
  let state: HoldState = { kind: 'none' };
  let wanted: Wanted | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line = Promise.resolve();
  /** Goes along even when it should have lapsed: clocks differ, and the server knows. */
  let last: string | null = null;
  const token = () => readShared(keep, now())?.token ?? last;

  function move(next: HoldState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function settled(): Promise<void> {
    if (state.kind !== 'checking') return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => {
        if (state.kind === 'checking') return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
    });
  }

  function after(milliseconds: number, then: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(then, Math.max(milliseconds, 0));
  }

  function held(start: Date, end: Date, artist: string, expiresAt: Date): void {
    move({ kind: 'held', start, end, artist, expiresAt });
    after(expiresAt.getTime() - now().getTime(), () => {
      keep.write(SHARED_HOLD, null);
      move({ kind: 'free', start, lapsed: true });
    });
  }

  async function request(mine: Wanted): Promise<void> {
    if (wanted !== mine) return;
    try {
      await settleLeft();
      const answer = await ask.hold(mine, token());
      if (answer.kind === 'held') shareAnswer(answer);
      // Meanwhile somebody chose another time, to which this hold then moves, or none.
      if (wanted !== mine) return wanted ? undefined : release();
      if (answer.kind === 'taken') return taken(mine, answer.reason, answer.nearest);
      held(answer.start, answer.end, answer.artist, answer.expiresAt);
    } catch (error) {
      if (wanted === mine) await withoutHold(mine, error);
    }
  }

  function shareAnswer(answer: Extract<HoldAnswer, { kind: 'held' }>): void {
    const { token: given, start, expiresAt } = answer;
    last = given;
    share(keep, { token: given, start: start.getTime(), expiresAt: expiresAt.getTime() }, tab, now());
  }

  function taken(mine: Wanted, reason: WhyTaken | null, nearest: readonly Slot[]): void {
    clearTimeout(timer);
    move({ kind: 'taken', start: mine.start, reason, nearest });
  }

  /** Nothing more can be kept for this visitor: they can go on all the same when it is free. */
  async function withoutHold(mine: Wanted, error: unknown): Promise<void> {
    if (!ask.isRefusal(error)) return move({ kind: 'unknown', start: mine.start, error });
    try {
      const { available, reason } = await ask.check(mine, token());
      if (wanted !== mine) return;
      if (available) move({ kind: 'free', start: mine.start, lapsed: false });
      else taken(mine, reason, []);
    } catch (second) {
      if (wanted === mine) move({ kind: 'unknown', start: mine.start, error: second });
    }
  }

  function begin(pause: number): void {
    const mine = wanted;
    if (!mine) return;
    move({ kind: 'checking', start: mine.start });
    // One after the other: two at once would make two holds.
    after(pause, () => {
      line = line.then(() => request(mine));
    });
  }

  function release(): void {
    const own = unshare(keep, tab, now());
    last = null;
    if (own)
      void ask.release(own).then(
        () => forgetLeft(keep, own),
        () => undefined,
      );
  }

  /** After a reload the page before may still be saying that it has left: its hold would stand in our own way. */
  async function settleLeft(): Promise<void> {
    const left = readLeft(keep);
    if (!left) return;
    await ask.release(left);
    forgetLeft(keep, left);
  }

  return {
    state: () => state,
    token,
    settledToken: () => settled().then(token),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(next) {
      if (sameWanted(wanted, next)) return;
      wanted = next;
      clearTimeout(timer);
      if (next) return begin(PAUSE_MS);
      release();
      move({ kind: 'none' });
    },
    async extend() {
      const own = token();
      if (state.kind !== 'held' || !own) return begin(0);
      const { start, end, artist } = state;
      try {
        const { expiresAt } = await ask.extend(own);
        share(keep, { token: own, start: start.getTime(), expiresAt: expiresAt.getTime() }, tab, now());
        held(start, end, artist, expiresAt);
      } catch {
        // It stays what it is: kept until it lapses, and free after that.
      }
    },
    again: () => begin(0),
    lost(reason, nearest) {
      if (wanted) taken(wanted, reason, nearest);
    },
    forget() {
      clearTimeout(timer);
      wanted = null;
      last = null;
      keep.write(SHARED_HOLD, null);
      move({ kind: 'none' });
    },
    otherTab() {
      if (state.kind !== 'held') return;
      const shared = readShared(keep, now());
      if (shared?.start !== state.start.getTime()) {
        clearTimeout(timer);
        move({ kind: 'free', start: state.start, lapsed: true });
      } else if (shared.expiresAt !== state.expiresAt.getTime()) {
        held(state.start, state.end, state.artist, new Date(shared.expiresAt));
      }
    },
    leave: release,
    comeBack: () => begin(0),
  };
}
