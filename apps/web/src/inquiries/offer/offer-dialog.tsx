import { useState } from 'react';
import { toast } from 'sonner';
import type { StudioInquiry } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useTold } from '../../bookings/use-told.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { durationText } from '../../time/duration.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { type SessionDraft, sessionMinutes } from './session-draft.ts';
import { SessionFields } from './session-fields.tsx';

interface OfferDialogProps {
  readonly inquiry: StudioInquiry;
  readonly number: number;
  readonly onClose: () => void;
}

/** Times for a session: the next one, or others for one whose times are gone. The client is mailed the link again. */
export function OfferDialog({ inquiry, number, onClose }: OfferDialogProps) {
  const { words } = useReader();
  const told = useTold();
  const { locale } = useFormats();
  const { id, version, sessions, client } = inquiry;
  const known = sessions.find((session) => session.number === number) ?? sessions.at(-1);
  const still = known?.number === number ? known.offered.filter(({ free }) => free) : [];
  const [draft, setDraft] = useState<SessionDraft>({
    length: durationText(known?.minutes ?? 120, locale),
    times: still.map(({ start }) => start),
  });
  const queries = trpc.useUtils();
  const offer = trpc.inquiries.offer.useMutation({
    onSuccess() {
      toast.success(`${words.inquiries.offered({ name: client.name })} ${told}`);
      onClose();
    },
    onSettled: () => queries.inquiries.invalidate(),
  });
  const minutes = sessionMinutes(draft);
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.inquiries.offerTitle({ number })}
      lead={`${words.inquiries.offerLead({ name: client.name })} ${told}`}
    >
      <SessionFields
        number={number}
        draft={draft}
        onChange={setDraft}
        onRemove={null}
        artist={inquiry.artist?.slug ?? null}
        zone={inquiry.zone}
      />
      {offer.error && (
        <div className="mt-4">
          <ProblemNotice error={offer.error} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button
          look="primary"
          disabled={minutes === null || draft.times.length === 0}
          pending={offer.isPending}
          onClick={() =>
            offer.mutate({ id, version, session: number, minutes: minutes ?? 0, times: [...draft.times] })
          }
        >
          {words.inquiries.send}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
