import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';

/** Stores settings of an artist; what every page shows of them follows. */
export function useSetArtist(onSaved?: () => void) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  return trpc.artists.set.useMutation({
    async onSuccess() {
      toast.success(t('studio.saved'));
      await Promise.all([queries.artists.invalidate(), queries.booking.studio.invalidate()]);
      onSaved?.();
    },
  });
}
