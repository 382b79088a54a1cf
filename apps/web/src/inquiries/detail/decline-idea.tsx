import { useState } from 'react';
import { toast } from 'sonner';
import type { StudioInquiry } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { MessageDialog } from '../../bookings/message-dialog.tsx';
import { useTold } from '../../bookings/use-told.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';

/** The no to an idea, with room for a kind word. */
export function DeclineIdea({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const told = useTold();
  const { id, version, client } = inquiry;
  const [open, setOpen] = useState(false);
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const decline = trpc.inquiries.decline.useMutation({
    onError,
    onSuccess: () => void toast.success(`${words.inquiries.declined({ name: client.name })} ${told}`),
    onSettled: () => queries.inquiries.invalidate(),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.inquiries.decline}</Button>
      <MessageDialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.inquiries.declineTitle({ name: client.name })}
        lead={`${words.inquiries.declineLead} ${told}`}
        confirm={words.inquiries.decline}
        keep={words.common.cancel}
        pending={decline.isPending}
        onConfirm={(message) => {
          setOpen(false);
          decline.mutate({ id, version, message: message ?? '' });
        }}
      />
    </>
  );
}
