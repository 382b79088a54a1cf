import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { WaitingItem } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { keyOf } from './item-of.ts';

interface Settling {
  /** Why the last try to settle each of them was refused. */
  readonly problems: ReadonlyMap<string, unknown>;
  /** Being settled: not shown, whatever an answer that was on its way still says. */
  readonly hidden: ReadonlySet<string>;
  readonly note: (key: string, error: unknown) => void;
  readonly hide: (key: string, isHidden: boolean) => void;
  /** What was settled is gone: whoever goes by keyboard goes on from the top of the list. */
  readonly toTop: () => void;
}

const Context = createContext<Settling | null>(null);

/** Around a list of what waits: remembers why something was refused, as its row comes back. */
export function SettlingProvider({ children }: { readonly children: ReactNode }) {
  const [problems, setProblems] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const top = useRef<HTMLDivElement>(null);
  const settling = useMemo(
    () => ({
      problems,
      hidden,
      note: (key: string, error: unknown) => setProblems((known) => new Map(known).set(key, error)),
      hide: (key: string, isHidden: boolean) =>
        setHidden((known) => (isHidden ? known.union(new Set([key])) : known.difference(new Set([key])))),
      toTop: () => top.current?.focus({ preventScroll: true }),
    }),
    [problems, hidden],
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

/** Those that nobody is just settling. */
export function useUnsettled(items: readonly WaitingItem[]): readonly WaitingItem[] {
  const { hidden } = useSettling();
  return items.filter((item) => !hidden.has(keyOf(item)));
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
  const { list } = trpc.useUtils().waiting;
  const { note, hide, toTop } = useSettling();
  const key = keyOf(item);
  return <Answer,>(said: (answer: Answer) => string | null) => ({
    onMutate() {
      note(key, undefined);
      if (wait) return;
      hide(key, true);
      toTop();
    },
    onSuccess(answer: Answer) {
      const told = said(answer);
      if (told !== null) toast.success(told);
    },
    onError: (error: unknown) => note(key, error),
    onSettled: async () => {
      await list.invalidate();
      hide(key, false);
    },
  });
}
