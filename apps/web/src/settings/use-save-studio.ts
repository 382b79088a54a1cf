import { trpc } from '../api/trpc.ts';

/** Keeps what was told; what every page shows of it follows. */
export function useSaveStudio() {
  const queries = trpc.useUtils();
  return trpc.studio.save.useMutation({
    async onSuccess(saved) {
      queries.studio.see.setData(undefined, saved);
      // Also what no page shows at the moment: the dashboard looks at it before it shows anything.
      const all = { refetchType: 'all' } as const;
      await Promise.all([
        queries.studio.facts.invalidate(undefined, all),
        queries.booking.studio.invalidate(),
      ]);
    },
  });
}
