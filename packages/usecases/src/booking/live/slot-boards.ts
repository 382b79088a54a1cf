import type { ChangeHub } from '@atelier/database/feed/change-hub';
import pLimit from 'p-limit';
import type { Context } from '../../context.ts';
import { REAL_TIMERS, type Timers } from '../../live/timers.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { offerSlots, type SlotRequest } from '../availability/offer-slots.ts';
import { type Excepted, ownClaims } from '../availability/own-claims.ts';
import { SlotBoard } from './slot-board.ts';
import { allOf, newsOf, type SlotNews, type SlotState } from './slot-days.ts';

export interface WatchedSlots extends Omit<SlotRequest, 'own'>, Pick<Excepted, 'hold' | 'booking'> {}

export interface SlotBoards extends Disposable {
  /**
   * The free times that were asked for and then, as long as `signal` lasts, whatever changes of them (B7). Ends with a
   * refusal when the question cannot be answered (any more).
   */
  watch(asked: WatchedSlots, signal: AbortSignal): AsyncGenerator<Outcome<SlotNews>>;
}

export interface SlotBoardsServices extends Pick<Context, 'database' | 'clock'> {
  readonly hub: Pick<ChangeHub, 'subscribe'>;
  readonly report: (error: unknown) => void;
  readonly timers?: Timers;
  /** Most different questions that one process answers at once. */
  readonly mostBoards?: number;
}

const MOST_BOARDS = 2_000;
/** Connections that sweeps may hold at once: bookings need some as well. */
const SWEEPS_AT_A_TIME = 4;
const MINUTE_MS = 60_000;

interface Shared {
  readonly board: SlotBoard;
  /** So many watch it, or are about to. */
  users: number;
}

/** One board for each distinct question of this process, shared by all who ask it, and gone with the last of them. */
export function openSlotBoards(services: SlotBoardsServices): SlotBoards {
  const { hub, clock, timers = REAL_TIMERS, mostBoards = MOST_BOARDS } = services;
  const boards = new Map<string, Shared>();
  const limited = pLimit(SWEEPS_AT_A_TIME);
  const refreshAll = () => {
    for (const { board } of boards.values()) board.refresh();
  };
  const quiet = hub.subscribe((event) => {
    if (event.type === 'change') for (const { board } of boards.values()) board.hear(event.change);
    if (event.type === 'reset') refreshAll();
  });
  // Notice and horizon move with the clock (case 37), and holds lapse by it: every full minute all is looked at again.
  let stopTicking = tick();
  function tick(): () => void {
    return timers.after(MINUTE_MS - (clock().getTime() % MINUTE_MS), () => {
      refreshAll();
      stopTicking = tick();
    });
  }

  async function boardFor({
    hold,
    booking,
    ...request
  }: WatchedSlots): Promise<readonly [string, Shared] | null> {
    // A token that opens nothing is answered from the board that everybody shares.
    const own = hold || booking ? await ownClaims(services.database, { hold, booking }) : {};
    const excepted = { hold: own.holdId ? hold : null, booking: own.bookingId ? booking : null };
    const { artist, serviceId, from, to, zone } = request;
    const key = JSON.stringify([artist, serviceId, from, to, zone ?? null, excepted]);
    const known = boards.get(key);
    if (known) {
      known.users += 1;
      return [key, known];
    }
    if (boards.size >= mostBoards) return null;
    const compute = () => limited(() => sweep(services, request, excepted));
    const board = new SlotBoard({ request, compute, timers, report: services.report });
    const shared = { board, users: 1 };
    boards.set(key, shared);
    return [key, shared];
  }

  return {
    async *watch(asked, signal) {
      const found = await boardFor(asked);
      if (!found) {
        yield TOO_MANY;
        return;
      }
      const [key, shared] = found;
      try {
        yield* follow(shared.board, signal);
      } finally {
        shared.users -= 1;
        if (shared.users === 0) {
          boards.delete(key);
          shared.board.close();
        }
      }
    },
    [Symbol.dispose]() {
      quiet();
      stopTicking();
      for (const { board } of boards.values()) board.close();
      boards.clear();
    },
  };
}

const TOO_MANY = refusedFor('too-many', 'watchers-many');

async function sweep(services: SlotBoardsServices, request: Omit<SlotRequest, 'own'>, excepted: Excepted) {
  const own = await ownClaims(services.database, excepted);
  return offerSlots(services, { ...request, own });
}

/** Whoever is slow gets what has changed since they last heard, never a queue of everything in between. */
async function* follow(board: SlotBoard, signal: AbortSignal): AsyncGenerator<Outcome<SlotNews>> {
  let wake = () => {};
  const quiet = board.listen(() => wake());
  const leave = () => wake();
  signal.addEventListener('abort', leave);
  let known: SlotState | null = null;
  try {
    while (!signal.aborted) {
      const { state, refusal } = board;
      if (refusal) {
        yield { ok: false, refusal };
        return;
      }
      const news: SlotNews | null =
        state === null || state === known ? null : known === null ? allOf(state) : newsOf(known, state);
      known = state;
      if (news) yield done(news);
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    quiet();
    signal.removeEventListener('abort', leave);
  }
}
