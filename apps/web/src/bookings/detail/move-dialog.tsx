import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { StudioBooking } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useWhen } from '../../time/use-when.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TimePicker } from '../picker/time-picker.tsx';

interface MoveDialogProps {
  readonly booking: StudioBooking;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function MoveDialog({ booking, open, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('bookings.moveTitle', { name: booking.client.name })}
      lead={t('bookings.moveLead')}
    >
      <MoveForm booking={booking} onDone={onClose} />
    </Dialog>
  );
}

function MoveForm({ booking, onDone }: { readonly booking: StudioBooking; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { id, version, artist, serviceId, zone, start, end } = booking;
  const [chosen, setChosen] = useState<Date | null>(null);
  const move = useMoveBooking(onDone);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) move.mutate({ id, start: chosen, version });
      }}
      className="space-y-4"
    >
      {move.error && <ProblemNotice error={move.error} />}
      <TimePicker
        artist={artist}
        serviceId={serviceId}
        length={(end.getTime() - start.getTime()) / 60_000}
        zone={zone}
        value={chosen}
        near={start}
        own={{ start, end }}
        onChange={(next) => {
          setChosen(next);
          move.reset();
        }}
      />
      <DialogActions>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button
          type="submit"
          look="primary"
          disabled={!chosen || chosen.getTime() === start.getTime()}
          pending={move.isPending}
        >
          {t('bookings.moveSubmit')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Moves a booking and shows it where it stands then, also when the server refuses. */
export function useMoveBooking(onMoved: () => void) {
  const { t } = useTranslation();
  const when = useWhen();
  const queries = trpc.useUtils();
  return trpc.bookings.move.useMutation({
    onSuccess(moved) {
      // What is decided next is decided on what is there now, not on what was.
      queries.bookings.see.setData({ id: moved.id }, (known) => known && { ...known, ...moved });
      toast.success(
        t('bookings.moved', { name: moved.client.name, when: when.span(moved.start, moved.end, moved.zone) }),
      );
      onMoved();
    },
    async onSettled() {
      await Promise.all([queries.bookings.see.invalidate(), queries.bookings.list.invalidate()]);
    },
  });
}
