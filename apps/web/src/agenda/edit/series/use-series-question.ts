import { useCallback, useState } from 'react';
import type { Scope } from '../pending.ts';
import type { SeriesQuestion } from './series-question.ts';

interface Asked {
  readonly question: SeriesQuestion;
  readonly resolve: (scope: Scope | null) => void;
}

/** A question in the middle of a change, which waits for its answer. */
export function useSeriesQuestion() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback(
    (question: SeriesQuestion) =>
      new Promise<Scope | null>((resolve) => {
        setAsked({ question, resolve });
      }),
    [],
  );
  const answer = (scope: Scope | null) => {
    asked?.resolve(scope);
    setAsked(null);
  };
  return { question: asked?.question ?? null, ask, answer };
}
