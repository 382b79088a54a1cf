import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { isRefusal } from '../../api/api-error.ts';

export interface Question<Answer> {
  readonly answer: Answer | null;
  readonly error: unknown;
  /** Asks again; what is shown stays until the answer is there. */
  readonly ask: () => void;
  /** Puts in what is known from elsewhere. */
  readonly set: (answer: Answer) => void;
}

const PAUSES_MS = [500, 1_500];

/** Asks when it is first needed and whenever `key` changes; a line that is down is tried three times. */
export function useQuestion<Answer>(key: string, ask: () => Promise<Answer>): Question<Answer> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ key: string; answer: Answer | null; error: unknown }>({
    key,
    answer: null,
    error: null,
  });

  const begin = useEffectEvent(() => persistent(ask));
  useEffect(() => {
    let wanted = true;
    begin().then(
      (answer) => wanted && setState({ key, answer, error: null }),
      (error: unknown) =>
        wanted && setState((before) => ({ key, answer: before.key === key ? before.answer : null, error })),
    );
    return () => {
      wanted = false;
    };
  }, [key, round]);

  const current = state.key === key ? state : { answer: null, error: null };
  return {
    answer: current.answer,
    error: current.error,
    ask: useCallback(() => {
      setState((before) => ({ ...before, error: null }));
      setRound((before) => before + 1);
    }, []),
    set: useCallback((answer: Answer) => setState({ key, answer, error: null }), [key]),
  };
}

async function persistent<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const pause of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      if (isRefusal(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask();
}
