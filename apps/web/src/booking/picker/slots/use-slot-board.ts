import { useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import type { Day, WatchedSlots } from '../../api/answers.ts';
import { useApi } from '../../api/client-context.ts';
import type { DateSpan } from '../grid/grid-page.ts';
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
  const { page, placing } = options;
  const [board, tell] = useReducer(withNews, EMPTY_BOARD);
  const [error, setError] = useState<unknown>(null);
  const later = useLater(tell);
  const retry = useAskedPages(options, tell, setError);
  const live = useWatchedSlots(options, later, setError);
  // After the subscription's own: what it has heard of the page before is forgotten then, and not told.
  const { wait, goOn } = later;
  useEffect(() => {
    if (!placing) return;
    wait();
    return goOn;
  }, [placing, wait, goOn]);
  return {
    board,
    error: isKnown(board, page) ? null : error,
    live,
    retry,
    lookAway: useCallback(() => tell({ kind: 'looked-away' }), []),
  };
}

type Hear = (news: News) => void;
type OnError = (error: unknown) => void;

/** Asks for each page once. A hold of later on is the subscription's to tell. Gives what asks anew. */
function useAskedPages(options: SlotBoardOptions, tell: Hear, onError: OnError): () => void {
  const { artist, serviceId, zone, page, near, hold, moving = null } = options;
  const { client } = useApi();
  const [round, setRound] = useState(0);
  const asked = useRef(new Set<string>());
  const load = useEffectEvent((one: DateSpan) => {
    const { from, to } = rangeOf(one);
    const name = `${from} ${to}`;
    if (asked.current.has(name)) return;
    asked.current.add(name);
    const given = { artist, serviceId, zone, from, to, ...exceptedOf(hold, moving) };
    client.booking.slots.query(given).then(
      ({ days, verified }) => {
        tell({ kind: 'page', page: one, days, verified });
        if (one === page) onError(null);
      },
      (problem: unknown) => {
        asked.current.delete(name);
        if (one === page) onError(problem);
      },
    );
  });
  const loadAround = useEffectEvent(() => [page, ...near].forEach(load));
  useEffect(() => loadAround(), [page, round]);
  return useCallback(() => setRound((before) => before + 1), []);
}

/** Follows the page in sight for as long as it is. */
function useWatchedSlots(options: SlotBoardOptions, { hear, forget }: Later, onError: OnError): LiveState {
  const { artist, serviceId, zone, page, hold, moving = null } = options;
  const { client } = useApi();
  const [live, setLive] = useState<LiveState>('connecting');
  useEffect(() => {
    const given = { artist, serviceId, zone, ...rangeOf(page), ...exceptedOf(hold, moving) };
    const subscription = client.booking.watchSlots.subscribe(given, {
      onData(news) {
        setLive('live');
        onError(null);
        hear(newsOf(news, page));
      },
      onConnectionStateChange({ state, error: broken }) {
        if (state === 'connecting') setLive(broken ? 'reconnecting' : 'connecting');
      },
      // What the server refuses here it has refused above, in words.
      onError: () => setLive('reconnecting'),
    });
    return () => {
      subscription.unsubscribe();
      forget();
    };
  }, [client, artist, serviceId, zone, page, hold, moving, hear, forget, onError]);
  return live;
}

function newsOf(news: WatchedSlots, page: DateSpan): News {
  const { days, verified } = news;
  if (news.kind === 'all') return { kind: 'page', page, days, verified };
  const reasons = new Map(news.gone.map(({ start, why }) => [start.getTime(), why]));
  return { kind: 'days', days, verified, reasons };
}

interface Later {
  readonly hear: Hear;
  /** From now on news are kept, and told when it goes on. */
  readonly wait: () => void;
  readonly goOn: () => void;
  /** What was heard of a page that is not followed any more counts no more. */
  readonly forget: () => void;
}

/** While a hold is being placed news wait: they would tell our own time as taken. */
function useLater(tell: Hear): Later {
  const later = useRef<News[] | null>(null);
  return useMemo(
    () => ({
      hear(news) {
        if (later.current) later.current.push(news);
        else tell(news);
      },
      wait() {
        later.current = [];
      },
      goOn() {
        const heard = later.current ?? [];
        later.current = null;
        heard.forEach(tell);
      },
      forget() {
        later.current = later.current && [];
      },
    }),
    [tell],
  );
}
