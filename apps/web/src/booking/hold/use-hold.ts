import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApi } from '../api/client-context.ts';
import { browserKeep } from '../storage.ts';
import { createHoldKeeper, type HoldKeeper } from './hold-keeper.ts';
import { holdQuestions } from './hold-questions.ts';
import type { HoldState } from './hold-state.ts';
import { SHARED_HOLD } from './shared-hold.ts';

export interface Hold {
  readonly keeper: HoldKeeper;
  readonly state: HoldState;
  readonly token: string | null;
}

/** The hold of this page, as long as the page is open. */
export function useHold(): Hold {
  const { client, clock } = useApi();
  const [keeper] = useState(() =>
    createHoldKeeper({
      ask: holdQuestions(client, location.origin),
      keep: browserKeep,
      now: clock.now,
      tab: Math.random().toString(36).slice(2),
    }),
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => follow(keeper), [keeper]);
  return { keeper, state, token: keeper.token() };
}

function follow(keeper: HoldKeeper): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('pagehide', () => keeper.leave(), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && keeper.comeBack(), { signal });
  window.addEventListener('storage', ({ key }) => key === SHARED_HOLD && keeper.otherTab(), { signal });
  return () => stop.abort();
}
