import { useCallback, useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import type { Day } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import type { DateSpan } from './grid-page.ts';
import {
  EMPTY_BOARD,
  isKnown,
  type Reasons,
  rangeOf,
  type SlotBoard,
  withDays,
  withoutGone,
  withPage,
} from './slot-board.ts';

export interface SlotQuestion {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  /** The studio's, in which dates are asked for. */
  readonly zone: string;
  /** Link of the booking that is to be moved: it is not in its own way. */
  readonly moving?: string | null;
}

interface SlotBoardOptions extends SlotQuestion {
  /** The dates in sight, and those that may come into sight next. */
  readonly page: DateSpan;
  readonly near: readonly DateSpan[];
  readonly hold: string | null;
  /** A hold is being placed: what comes meanwhile would tell our own time as taken. */
  readonly placing: boolean;
}

type News =
  | {
      readonly kind: 'page';
      readonly page: DateSpan;
      readonly days: readonly Day[];
      readonly verified: boolean;
    }
  | {
      readonly kind: 'days';
      readonly days: readonly Day[];
      readonly verified: boolean;
      readonly reasons: Reasons;
    }
  | { readonly kind: 'looked-away' };

export type LiveState = 'connecting' | 'live' | 'reconnecting';

export interface LiveSlots {
  readonly board: SlotBoard;
  /** Why the page is not there. */
  readonly error: unknown;
  readonly live: LiveState;
  readonly retry: () => void;
  /** Another day is shown: what has gone from this one is forgotten. */
  readonly lookAway: () => void;
}

function withNews(board: SlotBoard, news: News): SlotBoard {
  if (news.kind === 'page') return withPage(board, news.page, news.days, news.verified);
  return news.kind === 'days' ? withDays(board, news.days, news.verified, news.reasons) : withoutGone(board);
}

/** What of one's own is not in one's own way. */
function exceptedOf(hold: string | null, moving: string | null) {
  return { ...(hold ? { hold } : {}), ...(moving ? { booking: moving } : {}) };
}

/** The free times of a page of days and its neighbours, kept as they are by the server. */
export function useSlotBoard(options: SlotBoardOptions): LiveSlots {
  const { artist, serviceId, zone, page, near, hold, placing, moving = null } = options;
  const { client } = useApi();
  const [board, tell] = useReducer(withNews, EMPTY_BOARD);
  const [error, setError] = useState<unknown>(null);
  const [live, setLive] = useState<LiveState>('connecting');
  const [round, setRound] = useState(0);
  const asked = useRef(new Set<string>());
  const later = useRef<News[] | null>(null);
  const hear = useCallback((news: News) => {
    if (later.current) later.current.push(news);
    else tell(news);
  }, []);

  // Each page once. A hold of later on is the subscription's to tell.
  const load = useEffectEvent((one: DateSpan) => {
    const { from, to } = rangeOf(one);
    const name = `${from} ${to}`;
    if (asked.current.has(name)) return;
    asked.current.add(name);
    const given = { artist, serviceId, zone, from, to, ...exceptedOf(hold, moving) };
    client.booking.slots.query(given).then(
      ({ days, verified }) => {
        tell({ kind: 'page', page: one, days, verified });
        if (one === page) setError(null);
      },
      (problem: unknown) => {
        asked.current.delete(name);
        if (one === page) setError(problem);
      },
    );
  });
  const loadAround = useEffectEvent(() => [page, ...near].forEach(load));
  useEffect(() => loadAround(), [page, round]);

  useEffect(() => {
    const given = { artist, serviceId, zone, ...rangeOf(page), ...exceptedOf(hold, moving) };
    const subscription = client.booking.watchSlots.subscribe(given, {
      onData: (news) => {
        setLive('live');
        setError(null);
        const { days, verified } = news;
        if (news.kind === 'all') return hear({ kind: 'page', page, days, verified });
        const reasons = new Map(news.gone.map(({ start, why }) => [start.getTime(), why]));
        hear({ kind: 'days', days, verified, reasons });
      },
      onConnectionStateChange: ({ state, error: broken }) => {
        if (state === 'connecting') setLive(broken ? 'reconnecting' : 'connecting');
      },
      // What the server refuses here it has refused above, in words.
      onError: () => setLive('reconnecting'),
    });
    return () => {
      subscription.unsubscribe();
      later.current = later.current && [];
    };
  }, [client, artist, serviceId, zone, page, hold, moving, hear]);

  useEffect(() => {
    if (!placing) return;
    later.current = [];
    return () => {
      const heard = later.current ?? [];
      later.current = null;
      heard.forEach(tell);
    };
  }, [placing]);

  return {
    board,
    error: isKnown(board, page) ? null : error,
    live,
    retry: useCallback(() => setRound((before) => before + 1), []),
    lookAway: useCallback(() => tell({ kind: 'looked-away' }), []),
  };
}
