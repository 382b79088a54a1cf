import { Check, CircleHelp, X } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { InvitationAnswer, SeenInvitation } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { CalendarChoice } from './calendar-choice.tsx';

const ANSWERS = [
  ['accepted', Check],
  ['tentative', CircleHelp],
  ['declined', X],
] as const;

const focus = (field: HTMLTextAreaElement | null) => field?.focus();

interface AnswerFormProps {
  readonly id: string;
  readonly seen: SeenInvitation;
  readonly despite: boolean;
}

/** Accept, maybe, decline: with a note, into one of the calendars. */
export function AnswerForm({ id, seen, despite }: AnswerFormProps) {
  const { words } = useReader();
  const { standing, answer, undelivered } = seen;
  const [calendarId, setCalendarId] = useState(seen.calendarId);
  const [comment, setComment] = useState<string | null>(null);
  const { send, sending } = useAnswering({ id, calendarId, comment: comment ?? '', despite });
  const given = standing === 'answered' ? answer : null;
  return (
    <div className="space-y-3">
      <CalendarChoice seen={seen} value={calendarId} onChange={setCalendarId} />
      {comment !== null && (
        <Textarea
          aria-label={words.invitation.comment}
          placeholder={words.invitation.comment}
          rows={2}
          maxLength={2_000}
          // Somebody has just asked for it.
          ref={focus}
          value={comment}
          onChange={({ currentTarget }) => setComment(currentTarget.value)}
        />
      )}
      <div className="flex flex-wrap gap-2 max-sm:[&>*]:grow">
        {ANSWERS.map(([one, Icon]) => (
          <Button
            key={one}
            look={one === 'accepted' && given === null ? 'primary' : 'plain'}
            aria-pressed={given === one}
            pending={sending === one}
            disabled={sending !== null || given === one}
            onClick={() => send(one)}
          >
            <Icon aria-hidden className="size-4" />
            {words.invitation.answers[one]}
          </Button>
        ))}
        {undelivered && given && (
          <Button pending={sending === given} onClick={() => send(given)}>
            {words.invitation.byMail}
          </Button>
        )}
        {comment === null && (
          <Button look="quiet" onClick={() => setComment('')}>
            {words.invitation.addComment}
          </Button>
        )}
      </div>
    </div>
  );
}

interface Answering {
  readonly id: string;
  readonly calendarId: string | null;
  readonly comment: string;
  readonly despite: boolean;
}

function useAnswering({ id, calendarId, comment, despite }: Answering) {
  const { words, language } = useReader();
  const utils = trpc.useUtils();
  const onError = useProblemToast();
  const answer = trpc.invitations.answer.useMutation({
    onSuccess: ({ answer: given, already }) => {
      toast.success(words.invitation.done[given], already ? {} : { description: words.invitation.goes });
    },
    onError,
    onSettled: () => utils.invitations.see.invalidate({ id }),
  });
  return {
    sending: answer.isPending ? (answer.variables.answer ?? null) : null,
    send: (said: InvitationAnswer) =>
      answer.mutate({ id, answer: said, calendarId, comment: comment.trim(), language, despite }),
  };
}
