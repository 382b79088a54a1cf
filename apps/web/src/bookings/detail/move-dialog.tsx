import { useState } from 'react';
import { toast } from 'sonner';
import type { MoveInput, StudioBooking } from '../../api/answers.ts';
import { kindOf } from '../../api/api-error.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useWhen } from '../../time/use-when.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { TimePicker } from '../picker/time-picker.tsx';
import { useKnowingly } from '../use-knowingly.tsx';
import { useTold } from '../use-told.ts';

interface MoveDialogProps {
  readonly booking: StudioBooking;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function MoveDialog({ booking, open, onClose }: MoveDialogProps) {
  const { words } = useReader();
  const told = useTold();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.bookings.moveTitle({ name: booking.client.name })}
      lead={`${words.bookings.moveLead} ${told}`}
    >
      <MoveForm booking={booking} onDone={onClose} />
    </Dialog>
  );
}

function MoveForm({ booking, onDone }: { readonly booking: StudioBooking; readonly onDone: () => void }) {
  const { words } = useReader();
  const { id, version, artist, serviceId, zone, start, end } = booking;
  const [chosen, setChosen] = useState<Date | null>(null);
  const move = useMoveBooking(onDone);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) move.move({ id, start: chosen, version });
      }}
      className="space-y-4"
    >
      {move.problem ? <ProblemNotice error={move.problem} /> : null}
      {move.dialog}
      <TimePicker
        artist={artist}
        serviceId={serviceId}
        length={(end.getTime() - start.getTime()) / 60_000}
        zone={zone}
        value={chosen}
        near={start}
        moving={id}
        onChange={(next) => {
          setChosen(next);
          move.reset();
        }}
      />
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button
          type="submit"
          look="primary"
          disabled={!chosen || chosen.getTime() === start.getTime()}
          pending={move.pending}
        >
          {words.bookings.moveSubmit}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Moves a booking and shows it where it stands then, also when the server refuses. */
export function useMoveBooking(onMoved: () => void) {
  const { words } = useReader();
  const when = useWhen();
  const queries = trpc.useUtils();
  const knowingly = useKnowingly<MoveInput>();
  const move = trpc.bookings.move.useMutation({
    onSuccess(moved) {
      // What is decided next is decided on what is there now, not on what was.
      queries.bookings.see.setData({ id: moved.id }, (known) => known && { ...known, ...moved });
      toast.success(
        words.bookings.moved({
          name: moved.client.name,
          when: when.span(moved.start, moved.end, moved.zone),
        }),
      );
      onMoved();
    },
    onError: (error, asked) => knowingly.ask(error, asked),
    async onSettled() {
      await Promise.all([queries.bookings.see.invalidate(), queries.bookings.list.invalidate()]);
    },
  });
  return {
    move: move.mutate,
    reset: move.reset,
    pending: move.isPending,
    /** Why it was not moved, where it is not asked about. */
    problem: kindOf(move.error) === 'unverified' ? null : move.error,
    dialog: knowingly.dialog((asked) => move.mutate({ ...asked, unverified: true })),
  };
}
