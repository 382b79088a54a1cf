import { useMemo, useState } from 'react';
import type { Conversation } from './conversations.ts';

export type Selection = ReturnType<typeof useSelection>;

/** Which of the rows are chosen to be dealt with together; what has left the list is not among them any more. */
export function useSelection(rows: readonly Conversation[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const selected = rows.filter(({ threadId }) => chosen.has(threadId));
    return {
      rows: selected,
      has: (threadId: string) => chosen.has(threadId),
      toggle: (threadId: string) =>
        setChosen((before) => {
          const next = new Set(before);
          if (!next.delete(threadId)) next.add(threadId);
          return next;
        }),
      all: () => setChosen(new Set(rows.map(({ threadId }) => threadId))),
      clear: () => setChosen(new Set()),
    };
  }, [rows, chosen]);
}
