import { readAlike } from '../../time/civil/zoned.ts';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { AnswerForm } from './answer-form.tsx';
import { BookingFacts } from './booking-facts.tsx';
import { BookingTimes } from './booking-times.tsx';
import type { ManageProps } from './client-manage.tsx';
import { Outcome } from './outcome.tsx';
import { StateMark } from './state-mark.tsx';
import { useArtistAnswer } from './use-artist-answer.ts';

/** The artist's side, opened from a mail: everything about the request, and nothing happens before a button is pressed. */
export function ArtistAnswer({ token, booking, onChanged, onStale }: ManageProps) {
  const { words, formats } = useReader();
  const answer = useArtistAnswer({ token, onChanged, onStale });
  const { state, may, zone, expiresAt, start } = booking;
  const { artist } = words.manage;
  const title = artist.title({ client: booking.client.name });
  const mayAnswer = may.approve || may.decline;
  useTitle(title, formats.shortMoment(start, zone));
  return (
    <div className="mx-auto max-w-2xl">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <StateMark booking={booking} />
        <span className="text-[13px] text-soft">{title}</span>
      </div>
      <BookingTimes booking={booking} />
      <ClientClock booking={booking} />
      {mayAnswer && expiresAt && (
        <p className="mt-2 text-soft">{artist.by({ time: formats.moment(expiresAt, zone) })}</p>
      )}
      <div className="mt-5 grid gap-3 empty:hidden">
        <Outcome booking={booking} answered={answer.answered} />
        {booking.unverified && (state === 'REQUESTED' || state === 'CONFIRMED') && (
          <Notice tone="warn" title={artist.unverified[state]} />
        )}
        {answer.error ? <ProblemPanel error={answer.error} /> : null}
      </div>
      <Card className="mt-6 p-5 sm:p-6">
        <BookingFacts booking={booking} />
      </Card>
      {mayAnswer && <AnswerForm booking={booking} answer={answer} />}
    </div>
  );
}

/** The client's own clock, where it shows another time. */
function ClientClock({ booking }: { readonly booking: ClientBooking }) {
  const { words, formats } = useReader();
  const { clientZone, start, zone, client } = booking;
  if (!clientZone || readAlike([start], zone, clientZone)) return null;
  const time = formats.shortMoment(start, clientZone);
  return (
    <p className="text-[13px] text-soft">{words.manage.artist.theirZone({ time, client: client.name })}</p>
  );
}
