import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';

/** Stores settings of an artist; what every page shows of them follows. */
export function useSetArtist(onSaved?: () => void) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  return trpc.artists.set.useMutation({
    async onSuccess() {
      toast.success(words.studio.saved);
      await Promise.all([queries.artists.invalidate(), queries.booking.studio.invalidate()]);
      onSaved?.();
    },
  });
}
