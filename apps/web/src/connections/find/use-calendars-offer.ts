import { useNavigate } from '@tanstack/react-router';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';

/** Long enough to be read after what was said before it. */
const SHOWN_MS = 20_000;

/** Whoever has just given their mail is offered the calendars that they have at the same place (P9). */
export function useCalendarsOffer(): (address: string) => void {
  const { words } = useReader();
  const { offer } = words.connect;
  const navigate = useNavigate();
  // The form that asks is gone when the answer comes. Nothing was asked for by the person, so nothing is said where there
  // is nothing.
  const find = trpc.connections.find.useMutation({
    onSuccess(finding, { typed }) {
      if (!finding.found) return;
      toast(offer.title({ kind: words.connect.kinds[finding.kind] }), {
        duration: SHOWN_MS,
        action: {
          label: offer.go,
          onClick: () => void navigate({ to: '/connections', search: { connect: true, typed } }),
        },
      });
    },
  });
  const accounts = trpc.connections.list.useQuery();
  return (address) => {
    const known = accounts.data?.some(({ mine, username }) => mine && username === address);
    if (known !== true) find.mutate({ typed: address });
  };
}
