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
  readonly again: () => void;
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

export function createHoldKeeper(means: Means): HoldKeeper {
  return new Keeper(means);
}

class Keeper implements HoldKeeper {
  readonly #means: Means;
  readonly #listeners = new Set<() => void>();
  #state: HoldState = { kind: 'none' };
  #wanted: Wanted | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #line = Promise.resolve();
  /** Goes along even when it should have lapsed: clocks differ, and the server knows. */
  #last: string | null = null;

  constructor(means: Means) {
    this.#means = means;
  }

  readonly state = (): HoldState => this.#state;

  readonly token = (): string | null => {
    const { keep, now } = this.#means;
    return readShared(keep, now())?.token ?? this.#last;
  };

  readonly settledToken = (): Promise<string | null> => this.#settled().then(this.token);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  choose(next: Wanted | null): void {
    if (sameWanted(this.#wanted, next)) return;
    this.#wanted = next;
    clearTimeout(this.#timer);
    if (next) return this.#begin(PAUSE_MS);
    this.#release();
    this.#move({ kind: 'none' });
  }

  async extend(): Promise<void> {
    const own = this.token();
    const state = this.#state;
    if (state.kind !== 'held' || !own) return this.#begin(0);
    const { start, end, artist } = state;
    try {
      const { expiresAt } = await this.#means.ask.extend(own);
      this.#share(own, start, expiresAt);
      this.#held(start, end, artist, expiresAt);
    } catch {
      // It stays what it is: kept until it lapses, and free after that.
    }
  }

  readonly again = (): void => this.#begin(0);

  lost(reason: WhyTaken | null, nearest: readonly Slot[]): void {
    if (this.#wanted) this.#taken(this.#wanted, reason, nearest);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#wanted = null;
    this.#last = null;
    this.#means.keep.write(SHARED_HOLD, null);
    this.#move({ kind: 'none' });
  }

  otherTab(): void {
    const state = this.#state;
    if (state.kind !== 'held') return;
    const shared = readShared(this.#means.keep, this.#means.now());
    if (shared?.start !== state.start.getTime()) {
      clearTimeout(this.#timer);
      this.#move({ kind: 'free', start: state.start, lapsed: true });
    } else if (shared.expiresAt !== state.expiresAt.getTime()) {
      this.#held(state.start, state.end, state.artist, new Date(shared.expiresAt));
    }
  }

  leave(): void {
    this.#release();
  }

  comeBack(): void {
    this.#begin(0);
  }

  #move(next: HoldState): void {
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #settled(): Promise<void> {
    if (this.#state.kind !== 'checking') return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => {
        if (this.#state.kind === 'checking') return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
    });
  }

  #after(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, Math.max(milliseconds, 0));
  }

  #begin(pause: number): void {
    const mine = this.#wanted;
    if (!mine) return;
    this.#move({ kind: 'checking', start: mine.start });
    // One after the other: two at once would make two holds.
    this.#after(pause, () => {
      this.#line = this.#line.then(() => this.#request(mine));
    });
  }

  async #request(mine: Wanted): Promise<void> {
    if (this.#wanted !== mine) return;
    try {
      await this.#settleLeft();
      const answer = await this.#means.ask.hold(mine, this.token());
      if (answer.kind === 'held') {
        this.#last = answer.token;
        this.#share(answer.token, answer.start, answer.expiresAt);
      }
      // Meanwhile somebody chose another time, to which this hold then moves, or none.
      if (this.#wanted !== mine) return this.#wanted ? undefined : this.#release();
      if (answer.kind === 'taken') return this.#taken(mine, answer.reason, answer.nearest);
      this.#held(answer.start, answer.end, answer.artist, answer.expiresAt);
    } catch (error) {
      if (this.#wanted === mine) await this.#withoutHold(mine, error);
    }
  }

  /** Nothing more can be kept for this visitor: they can go on all the same when it is free. */
  async #withoutHold(mine: Wanted, error: unknown): Promise<void> {
    const { ask } = this.#means;
    if (!ask.isRefusal(error)) return this.#move({ kind: 'unknown', start: mine.start, error });
    try {
      const { available, reason } = await ask.check(mine, this.token());
      if (this.#wanted !== mine) return;
      if (available) this.#move({ kind: 'free', start: mine.start, lapsed: false });
      else this.#taken(mine, reason, []);
    } catch (second) {
      if (this.#wanted === mine) this.#move({ kind: 'unknown', start: mine.start, error: second });
    }
  }

  #held(start: Date, end: Date, artist: string, expiresAt: Date): void {
    this.#move({ kind: 'held', start, end, artist, expiresAt });
    this.#after(expiresAt.getTime() - this.#means.now().getTime(), () => {
      this.#means.keep.write(SHARED_HOLD, null);
      this.#move({ kind: 'free', start, lapsed: true });
    });
  }

  #taken(mine: Wanted, reason: WhyTaken | null, nearest: readonly Slot[]): void {
    clearTimeout(this.#timer);
    this.#move({ kind: 'taken', start: mine.start, reason, nearest });
  }

  #share(token: string, start: Date, expiresAt: Date): void {
    const { keep, tab, now } = this.#means;
    share(keep, { token, start: start.getTime(), expiresAt: expiresAt.getTime() }, tab, now());
  }

  #release(): void {
    const { ask, keep, tab, now } = this.#means;
    const own = unshare(keep, tab, now());
    this.#last = null;
    if (own)
      void ask.release(own).then(
        () => forgetLeft(keep, own),
        () => undefined,
      );
  }

  /** After a reload the page before may still be saying that it has left: its hold would stand in our own way. */
  async #settleLeft(): Promise<void> {
    const { ask, keep } = this.#means;
    const left = readLeft(keep);
    if (!left) return;
    await ask.release(left);
    forgetLeft(keep, left);
  }
}
