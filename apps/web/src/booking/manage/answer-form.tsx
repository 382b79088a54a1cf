import { Check, X } from 'lucide-react';
import { Button } from '../../ui/controls/button.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { AskFirst } from '../controls/ask-first.tsx';
import { TextArea } from '../controls/text-field.tsx';
import { useReader } from '../language/reader.ts';
import type { ArtistAnswering } from './use-artist-answer.ts';

interface AnswerFormProps {
  readonly booking: ClientBooking;
  readonly answer: ArtistAnswering;
}

/** A word to the client, and yes or no. */
export function AnswerForm({ booking, answer }: AnswerFormProps) {
  const { words } = useReader();
  const { artist } = words.manage;
  return (
    <section className="mt-6 grid gap-4">
      <TextArea
        id="message"
        label={artist.message({ client: booking.client.name })}
        hint={artist.messageHint}
        value={answer.message}
        rows={3}
        onChange={answer.setMessage}
      />
      <AnswerButtons booking={booking} answer={answer} />
    </section>
  );
}

function AnswerButtons({ booking, answer }: AnswerFormProps) {
  const { words } = useReader();
  const { artist } = words.manage;
  const { may, client } = booking;
  const common = { keep: words.common.back, pending: answer.pending, onKeep: () => answer.ask(null) };
  if (answer.asking === 'silent')
    return (
      <AskFirst
        key="silent"
        {...common}
        question={artist.silentAsk}
        hint={artist.silentHint}
        confirm={artist.silentConfirm}
        look="primary"
        onConfirm={() => answer.approve(true)}
      />
    );
  if (answer.asking === 'declining')
    return (
      <AskFirst
        {...common}
        question={artist.declineAsk}
        hint={artist.declineHint({ client: client.name })}
        confirm={artist.decline}
        onConfirm={answer.decline}
      />
    );
  return (
    <div className="grid gap-2.5 sm:flex">
      {may.approve && (
        <Button
          size="large"
          look="primary"
          pending={answer.pending}
          onClick={() => answer.approve()}
          className="sm:min-w-44"
        >
          <Check aria-hidden className="size-4.5" />
          {artist.approve}
        </Button>
      )}
      {may.decline && (
        <Button size="large" onClick={() => answer.ask('declining')}>
          <X aria-hidden className="size-4.5" />
          {artist.decline}
        </Button>
      )}
    </div>
  );
}
