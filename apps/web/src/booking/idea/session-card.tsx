import { Check } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { ClientInquiry } from '../api/answers.ts';
import { AskFirst } from '../controls/ask-first.tsx';
import { useMailText } from '../frame/studio-context.ts';
import { useReader } from '../language/reader.ts';

type Session = ClientInquiry['sessions'][number];

interface SessionCardProps {
  readonly session: Session;
  /** Of the artist. */
  readonly zone: string;
  /** The only session there is needs no number. */
  readonly alone: boolean;
  readonly mayPick: boolean;
  readonly pending: boolean;
  readonly onPick: (offeredId: string, start: Date) => void;
}

/** One session: its times to choose from, or the one that was chosen. */
export function SessionCard({ session, zone, alone, mayPick, pending, onPick }: SessionCardProps) {
  const { words, formats } = useReader();
  const { status } = words.idea;
  const { booking, offered } = session;
  return (
    <li className="rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <p className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        {!alone && status.session({ number: session.number })}
        <span className={classNames(!alone && 'text-[13px] font-normal text-soft')}>
          {formats.length(session.minutes)}
        </span>
      </p>
      {booking ? (
        <Booked booking={booking} zone={zone} />
      ) : offered.length === 0 || !mayPick ? (
        <p className="mt-1 text-soft">{status.notYet}</p>
      ) : (
        <OfferedTimes offered={offered} zone={zone} pending={pending} onPick={onPick} />
      )}
    </li>
  );
}

interface BookedProps {
  readonly booking: NonNullable<Session['booking']>;
  readonly zone: string;
}

function Booked({ booking, zone }: BookedProps) {
  const { words, formats } = useReader();
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Check aria-hidden strokeWidth={3} className="size-4.5 text-good" />
      <span className="font-medium first-letter:uppercase">{formats.moment(booking.start, zone)}</span>
      <span className="text-soft">{words.manage.states[booking.state]}</span>
      <a href={booking.manageUrl} className="text-accent underline underline-offset-2">
        {words.idea.status.manage}
      </a>
    </p>
  );
}

interface OfferedTimesProps extends Pick<SessionCardProps, 'zone' | 'pending' | 'onPick'> {
  readonly offered: Session['offered'];
}

/** One of them is chosen, then confirmed: with that it is booked. */
function OfferedTimes({ offered, zone, pending, onPick }: OfferedTimesProps) {
  const { words, formats } = useReader();
  const text = useMailText();
  const { status } = words.idea;
  const [asked, setAsked] = useState<string | null>(null);
  const chosen = offered.find(({ id, free }) => id === asked && free);
  return (
    <>
      <p className="mt-1 mb-3 text-soft">
        {offered.some(({ free }) => free) ? status.pick : status.allTaken}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {offered.map((time) => (
          <li key={time.id}>
            <OfferedTime time={time} zone={zone} asked={time.id === asked} onAsk={setAsked} />
          </li>
        ))}
      </ul>
      {chosen && (
        <div className="mt-4">
          <AskFirst
            key={chosen.id}
            question={status.confirmPick({ time: formats.moment(chosen.start, zone) })}
            hint={text(words.review.cancelNote)}
            confirm={status.book}
            keep={words.common.back}
            look="primary"
            pending={pending}
            onConfirm={() => onPick(chosen.id, chosen.start)}
            onKeep={() => setAsked(null)}
          />
        </div>
      )}
    </>
  );
}

interface OfferedTimeProps {
  readonly time: Session['offered'][number];
  readonly zone: string;
  /** Whether it is the one that is asked about. */
  readonly asked: boolean;
  readonly onAsk: (id: string) => void;
}

function OfferedTime({ time: { id, start, free }, zone, asked, onAsk }: OfferedTimeProps) {
  const { words, formats } = useReader();
  const chosen = asked
    ? 'border-accent bg-accent text-accent-ink'
    : 'border-line-strong/60 hover:border-accent hover:bg-accent-soft';
  return (
    <button
      type="button"
      aria-disabled={!free || undefined}
      aria-pressed={asked}
      onClick={() => free && onAsk(id)}
      className={classNames(
        'flex min-h-12 w-full items-center justify-between gap-2 rounded-xl border px-4 py-2 text-left tabular-nums transition-colors',
        free ? chosen : 'cursor-default border-dashed border-line text-soft',
      )}
    >
      <span className={classNames('first-letter:uppercase', !free && 'line-through')}>
        {formats.shortMoment(start, zone)}
      </span>
      {!free && <span className="text-[13px]">{words.idea.status.taken}</span>}
    </button>
  );
}
