import { useState } from 'react';
import { toast } from 'sonner';
import type { SeenInvitation } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { CalendarChoice } from './calendar-choice.tsx';

interface TakeButtonProps {
  readonly id: string;
  readonly seen: SeenInvitation;
  readonly act: 'add' | 'call-off' | 'note-answer';
  readonly despite: boolean;
}

/** What changes the reader's calendar alone, and tells nobody. */
export function TakeButton({ id, seen, act, despite }: TakeButtonProps) {
  const { words } = useReader();
  const utils = trpc.useUtils();
  const onError = useProblemToast();
  const [calendarId, setCalendarId] = useState(seen.calendarId);
  const { label, done } = {
    add: { label: words.invitation.add, done: words.invitation.added },
    'call-off': { label: words.invitation.callOff, done: words.invitation.calledOff },
    'note-answer': { label: words.invitation.noteAnswer, done: words.invitation.noted },
  }[act];
  const take = trpc.invitations.take.useMutation({
    onSuccess: () => toast.success(done),
    onError,
    onSettled: () => utils.invitations.see.invalidate({ id }),
  });
  return (
    <div className="space-y-3">
      {act === 'add' && <CalendarChoice seen={seen} value={calendarId} onChange={setCalendarId} />}
      <Button
        look="primary"
        pending={take.isPending}
        onClick={() => take.mutate({ id, act, calendarId, despite })}
      >
        {label}
      </Button>
    </div>
  );
}
