import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { WaitingItem } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { keyOf } from './item-of.ts';

interface Settling {
  readonly problems: ReadonlyMap<string, unknown>;
  readonly note: (key: string, error: unknown) => void;
  /** What was settled is gone: whoever goes by keyboard goes on from the top of the list. */
  readonly toTop: () => void;
}

const Context = createContext<Settling | null>(null);

/** Around a list of what waits: remembers why something was refused, as its row comes back. */
export function SettlingProvider({ children }: { readonly children: ReactNode }) {
  const [problems, setProblems] = useState<ReadonlyMap<string, unknown>>(new Map());
  const top = useRef<HTMLDivElement>(null);
  const settling = useMemo(
    () => ({
      problems,
      note: (key: string, error: unknown) => setProblems((known) => new Map(known).set(key, error)),
      toTop: () => top.current?.focus({ preventScroll: true }),
    }),
    [problems],
  );
  return (
    <Context value={settling}>
      <div ref={top} tabIndex={-1} className="outline-none">
        {children}
      </div>
    </Context>
  );
}

function useSettling(): Settling {
  const settling = use(Context);
  if (!settling) throw new Error('what waits is settled inside its list');
  return settling;
}

/** Why the last try to settle it was refused; undefined where none was. */
export function useProblemOf(item: WaitingItem): unknown {
  return useSettling().problems.get(keyOf(item));
}

/**
 * What a mutation does that settles something: it is gone from the list at once, and back with the reason when the server
 * refuses. With `wait` it stays until the answer is there.
 */
export function useSettle(item: WaitingItem, { wait = false }: { readonly wait?: boolean } = {}) {
  const queries = trpc.useUtils();
  const { note, toTop } = useSettling();
  const key = keyOf(item);
  const list = queries.waiting.list;
  return <Answer,>(said: (answer: Answer) => string | null) => ({
    async onMutate() {
      note(key, undefined);
      await list.cancel();
      const before = list.getData();
      if (!wait) {
        list.setData(undefined, (items) => items?.filter((one) => keyOf(one) !== key));
        toTop();
      }
      return { before };
    },
    onSuccess(answer: Answer) {
      const told = said(answer);
      if (told !== null) toast.success(told);
    },
    onError(error: unknown, _: unknown, asked: { before: readonly WaitingItem[] | undefined } | undefined) {
      if (asked?.before) list.setData(undefined, [...asked.before]);
      note(key, error);
    },
    onSettled: () => queries.invalidate(),
  });
}
