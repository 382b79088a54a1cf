import type { AppRouter } from '@atelier/api/trpc/app-router';
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { isAway } from '../../api/api-error.ts';
import type { Question } from '../../live/staleness.ts';
import type { Kept } from './kept.ts';

interface KeptLink extends Pick<Kept, 'hear' | 'answer'> {
  /** This was answered as it was once: it is asked again as soon as somebody can answer. */
  readonly answeredOld: (question: Question) => void;
}

/** Keeps what the server answers, and answers in its place when it is away. */
export function keptLink({ hear, answer, answeredOld }: KeptLink): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        if (op.type !== 'query') return next(op).subscribe(observer);
        const question = { path: op.path, input: op.input };
        return next(op).subscribe({
          ...observer,
          next(envelope) {
            const { result } = envelope;
            if ('data' in result) void hear(question, result.data);
            observer.next(envelope);
          },
          error(error) {
            if (!isAway(error)) return observer.error(error);
            void answer(question)
              .catch(() => undefined)
              .then((data) => {
                if (data === undefined) return observer.error(error);
                answeredOld(question);
                observer.next({ result: { type: 'data', data } });
                observer.complete();
              });
          },
        });
      });
}
