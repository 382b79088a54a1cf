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
  const text = useMailText();
  const { status } = words.idea;
  const [asked, setAsked] = useState<string | null>(null);
  const { booking, offered } = session;
  const chosen = offered.find(({ id, free }) => id === asked && free);
  return (
    <li className="rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <p className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        {!alone && status.session({ number: session.number })}
        <span className={classNames(!alone && 'text-[13px] font-normal text-soft')}>
          {formats.length(session.minutes)}
        </span>
      </p>
      {booking ? (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Check aria-hidden strokeWidth={3} className="size-4.5 text-good" />
          <span className="font-medium first-letter:uppercase">{formats.moment(booking.start, zone)}</span>
          <span className="text-soft">{words.manage.states[booking.state]}</span>
          <a href={booking.manageUrl} className="text-accent underline underline-offset-2">
            {status.manage}
          </a>
        </p>
      ) : offered.length === 0 || !mayPick ? (
        <p className="mt-1 text-soft">{status.notYet}</p>
      ) : (
        <>
          <p className="mt-1 mb-3 text-soft">
            {offered.some(({ free }) => free) ? status.pick : status.allTaken}
          </p>
          <ul className="grid gap-2 sm:grid-cols-2">
            {offered.map(({ id, start, free }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-disabled={!free || undefined}
                  aria-pressed={id === asked}
                  onClick={() => free && setAsked(id)}
                  className={classNames(
                    'flex min-h-12 w-full items-center justify-between gap-2 rounded-xl border px-4 py-2 text-left tabular-nums transition-colors',
                    !free
                      ? 'cursor-default border-dashed border-line text-soft'
                      : id === asked
                        ? 'border-accent bg-accent text-accent-ink'
                        : 'border-line-strong/60 hover:border-accent hover:bg-accent-soft',
                  )}
                >
                  <span className={classNames('first-letter:uppercase', !free && 'line-through')}>
                    {formats.shortMoment(start, zone)}
                  </span>
                  {!free && <span className="text-[13px]">{status.taken}</span>}
                </button>
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
      )}
    </li>
  );
}
