import { CalendarPlus, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { StudioInquiry } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { isSettled } from '../list/turn-of.ts';
import { OfferDialog } from '../offer/offer-dialog.tsx';
import { DeclineIdea } from './decline-idea.tsx';
import { SessionCard } from './session-card.tsx';

/** What was answered, and how far it has come: its sessions, their times and appointments. */
export function SessionsCard({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { state, sessions, quote, deposit, message, artist } = inquiry;
  const [offering, setOffering] = useState<number | null>(null);
  const canOffer = artist !== null && ['OFFERED', 'EXPIRED', 'CLOSED'].includes(state);
  const next = Math.max(0, ...sessions.map(({ number }) => number)) + 1;
  return (
    <Card aria-labelledby="sessions-title" className="flex flex-col gap-4 p-5">
      <h2 id="sessions-title" className="text-base font-semibold">
        {words.inquiries.answer}
      </h2>
      {(quote || deposit) && (
        <p className="text-soft">
          {[quote, deposit && words.bookings.depositOf({ deposit })].filter(Boolean).join(' · ')}
        </p>
      )}
      {message && <p className="rounded-xl bg-sunken px-4 py-3 whitespace-pre-wrap">{message}</p>}
      <ul className="space-y-3 empty:hidden">
        {sessions.map((session) => (
          <SessionCard
            key={session.number}
            session={session}
            zone={inquiry.zone}
            onOffer={canOffer ? () => setOffering(session.number) : null}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {canOffer && (
          <Button onClick={() => setOffering(next)}>
            <CalendarPlus aria-hidden className="size-4" />
            {words.inquiries.nextSession}
          </Button>
        )}
        {state === 'OFFERED' && <CloseIdea inquiry={inquiry} />}
        {state === 'OFFERED' && !sessions.some(isSettled) && <DeclineIdea inquiry={inquiry} />}
      </div>
      {offering !== null && (
        <OfferDialog inquiry={inquiry} number={offering} onClose={() => setOffering(null)} />
      )}
    </Card>
  );
}

function CloseIdea({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { id, version } = inquiry;
  const [asking, setAsking] = useState(false);
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const close = trpc.inquiries.close.useMutation({
    onError,
    onSuccess: () => void toast.success(words.inquiries.closed),
    onSettled: () => {
      setAsking(false);
      return queries.inquiries.invalidate();
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <CircleCheck aria-hidden className="size-4" />
        {words.inquiries.close}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => close.mutate({ id, version })}
        pending={close.isPending}
        title={words.inquiries.closeTitle}
        lead={words.inquiries.closeLead}
        confirm={words.inquiries.close}
      />
    </>
  );
}
