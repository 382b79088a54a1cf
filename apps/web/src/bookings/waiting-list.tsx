import { useState } from 'react';
import type { AnswerInput, StudioBooking } from '../api/answers.ts';
import { IdeaRow } from '../inquiries/list/idea-row.tsx';
import { useReader } from '../language/studio-reader.ts';
import { MessageDialog } from './message-dialog.tsx';
import { RequestRow } from './request-row.tsx';
import { useAnswerBooking } from './use-answer-booking.ts';
import { useKnowingly } from './use-knowingly.tsx';
import { useTold } from './use-told.ts';
import type { Waiting } from './waiting.ts';

/** What waits for an answer, with the answers beside it. A refused one comes back with the reason. */
export function WaitingList({ line }: { readonly line: readonly Waiting[] }) {
  const { words } = useReader();
  const told = useTold();
  const [problems, setProblems] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [declining, setDeclining] = useState<StudioBooking | null>(null);
  const knowingly = useKnowingly<AnswerInput>();
  const answer = useAnswerBooking((asked, error) => {
    if (!knowingly.ask(error, asked)) setProblems((known) => new Map(known).set(asked.id, error));
  });
  const say = ({ id, version }: StudioBooking, action: 'confirm' | 'decline', message: string | null) => {
    setProblems((known) => new Map([...known].filter(([other]) => other !== id)));
    answer.mutate({ id, version, action, ...(message !== null && { message }) });
  };
  return (
    <>
      <ul className="divide-y divide-line">
        {line.map((waiting) =>
          waiting.kind === 'idea' ? (
            <IdeaRow key={waiting.inquiry.id} inquiry={waiting.inquiry} />
          ) : (
            <RequestRow
              key={waiting.booking.id}
              booking={waiting.booking}
              problem={problems.get(waiting.booking.id)}
              onApprove={() => say(waiting.booking, 'confirm', null)}
              onDecline={() => setDeclining(waiting.booking)}
            />
          ),
        )}
      </ul>
      {knowingly.dialog((asked) => answer.mutate({ ...asked, unverified: true }))}
      <MessageDialog
        open={declining !== null}
        onClose={() => setDeclining(null)}
        title={words.bookings.declineTitle({ name: declining?.client.name ?? '' })}
        lead={`${words.bookings.declineLead} ${told}`}
        confirm={words.bookings.actions.decline}
        keep={words.bookings.keepRequest}
        onConfirm={(message) => {
          if (declining) say(declining, 'decline', message);
          setDeclining(null);
        }}
      />
    </>
  );
}
