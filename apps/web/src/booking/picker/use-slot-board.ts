import { useCallback, useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import type { Day } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { type Month, monthAfter } from '../time/civil-date.ts';
import { EMPTY_BOARD, rangeOf, type SlotBoard, withDays, withMonth, withoutGone } from './slot-board.ts';

export interface SlotQuestion {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  /** The studio's, in which dates are asked for. */
  readonly zone: string;
}

interface SlotBoardOptions extends SlotQuestion {
  readonly month: Month;
  /** No month before this one can have a free time. */
  readonly firstMonth: Month;
  readonly hold: string | null;
  /** A hold is being placed: what comes meanwhile would tell our own time as taken. */
  readonly placing: boolean;
}

type News =
  | {
      readonly kind: 'month';
      readonly month: Month;
      readonly days: readonly Day[];
      readonly verified: boolean;
    }
  | { readonly kind: 'days'; readonly days: readonly Day[]; readonly verified: boolean }
  | { readonly kind: 'looked-away' };

export type LiveState = 'connecting' | 'live' | 'reconnecting';

export interface LiveSlots {
  readonly board: SlotBoard;
  /** Why the month is not there. */
  readonly error: unknown;
  readonly live: LiveState;
  readonly retry: () => void;
  /** Another day is shown: what has gone from this one is forgotten. */
  readonly lookAway: () => void;
}

function withNews(board: SlotBoard, news: News): SlotBoard {
  if (news.kind === 'month') return withMonth(board, news.month, news.days, news.verified);
  return news.kind === 'days' ? withDays(board, news.days, news.verified) : withoutGone(board);
}

/** The free times of a month and its neighbours, kept as they are by the server. */
export function useSlotBoard(options: SlotBoardOptions): LiveSlots {
  const { artist, serviceId, zone, month, firstMonth, hold, placing } = options;
  const { client } = useApi();
  const [board, tell] = useReducer(withNews, EMPTY_BOARD);
  const [error, setError] = useState<unknown>(null);
  const [live, setLive] = useState<LiveState>('connecting');
  const [round, setRound] = useState(0);
  const asked = useRef(new Set<Month>());
  const later = useRef<News[] | null>(null);
  const hear = useCallback((news: News) => {
    if (later.current) later.current.push(news);
    else tell(news);
  }, []);

  // Each month once. A hold of later on is the subscription's to tell.
  const load = useEffectEvent((one: Month) => {
    if (asked.current.has(one) || one < firstMonth) return null;
    asked.current.add(one);
    return client.booking.slots.query({
      artist,
      serviceId,
      zone,
      ...rangeOf(one),
      ...(hold ? { hold } : {}),
    });
  });
  useEffect(() => {
    for (const one of [month, monthAfter(month, 1), monthAfter(month, -1)])
      load(one)?.then(
        ({ days, verified }) => {
          tell({ kind: 'month', month: one, days, verified });
          if (one === month) setError(null);
        },
        (problem: unknown) => {
          asked.current.delete(one);
          if (one === month) setError(problem);
        },
      );
  }, [month, round]);

  useEffect(() => {
    const given = { artist, serviceId, zone, ...rangeOf(month), ...(hold ? { hold } : {}) };
    const subscription = client.booking.watchSlots.subscribe(given, {
      onData: (news) => {
        setLive('live');
        setError(null);
        const { days, verified } = news;
        hear(
          news.kind === 'all' ? { kind: 'month', month, days, verified } : { kind: 'days', days, verified },
        );
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
  }, [client, artist, serviceId, zone, month, hold, hear]);

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
    error: board.months.has(month) ? null : error,
    live,
    retry: useCallback(() => setRound((before) => before + 1), []),
    lookAway: useCallback(() => tell({ kind: 'looked-away' }), []),
  };
}
