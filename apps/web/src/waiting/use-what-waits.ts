import { trpc } from '../api/trpc.ts';

/** Whatever waits for whoever looks; the count beside the navigation is of the same answer. */
export function useWhatWaits() {
  const waiting = trpc.waiting.list.useQuery();
  return { ...waiting, items: waiting.data ?? [] };
}
