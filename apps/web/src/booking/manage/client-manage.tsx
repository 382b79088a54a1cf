import { CalendarClock, Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { CalendarButton } from '../calendar-file/calendar-button.tsx';
import { AskFirst } from '../controls/ask-first.tsx';
import { useAnnounce } from '../frame/announcer.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { ReachStudio } from '../frame/reach-studio.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { BookingFacts } from './booking-facts.tsx';
import { BookingTimes } from './booking-times.tsx';
import { Reschedule } from './reschedule.tsx';
import { shownState } from './shown-state.ts';
import { StateMark } from './state-mark.tsx';
import { useChange } from './use-change.ts';

export interface ManageProps {
  readonly token: string;
  readonly booking: ClientBooking;
  readonly onChanged: (booking: ClientBooking) => void;
  readonly onStale: () => void;
}

/** The client's side: where it stands, what comes next, and what they can do about it. */
export function ClientManage({ token, booking, onChanged, onStale }: ManageProps) {
  const { words, formats } = useReader();
  const { client } = useApi();
  const announce = useAnnounce();
  const search = useSearch();
  const change = useChange(onStale);
  const [doing, setDoing] = useState<'nothing' | 'moving' | 'cancelling'>('nothing');
  /** The time that it was moved to in this window: told as long as that is how it stands. */
  const [moved, setMoved] = useState<number | null>(null);
  const { state, may, zone, artist, message, expiresAt, cutOff, serviceId } = booking;
  const isRequest = state === 'REQUESTED';
  const shown = shownState(booking);
  const isOpen = isRequest || state === 'CONFIRMED';
  useTitle(words.manage.title, formats.shortMoment(booking.start, zone));

  const accept = () =>
    change.run(async () => {
      onChanged(await client.manage.accept.mutate({ token, start: booking.start }));
      setMoved(null);
      window.scrollTo({ top: 0 });
      announce(words.manage.accepted);
    });
  const cancel = () =>
    change.run(async () => {
      const after = await client.manage.cancel.mutate({ token });
      onChanged(after);
      setMoved(null);
      setDoing('nothing');
      announce(words.manage.states[after.state]);
    });

  return (
    <div className="mx-auto max-w-2xl">
      <StateMark booking={booking} />
      <BookingTimes booking={booking} />
      <p className="mt-2 text-soft">
        {nextOf()}{' '}
        {isRequest &&
          expiresAt &&
          (shown === 'PROPOSED' ? words.manage.proposedUntil : words.manage.answerBy)({
            time: formats.moment(expiresAt, zone),
          })}
      </p>
      <div className="mt-5 grid gap-3 empty:hidden">
        {moved === booking.start.getTime() && isOpen && (
          <Notice tone="accent" title={words.manage.moved({ time: formats.moment(booking.start, zone) })} />
        )}
        {isRequest && booking.unverified && <Notice tone="warn" title={words.manage.unverified} />}
        {message && (
          <Notice tone="accent" title={words.manage.messageFrom({ artist: artist.name })} hint={message} />
        )}
        {change.error ? <ProblemPanel error={change.error} /> : null}
      </div>
      {may.accept && doing === 'nothing' && (
        <Button
          size="large"
          look="primary"
          pending={change.pending}
          onClick={() => void accept()}
          className="mt-5 max-sm:w-full"
        >
          <Check aria-hidden className="size-4.5" />
          {words.manage.accept}
        </Button>
      )}
      <Card className="mt-6 p-5 sm:p-6">
        <BookingFacts booking={booking} />
      </Card>
      {isOpen ? (
        <section className="mt-8">
          {doing === 'nothing' && (
            <>
              <h2 className="text-lg font-semibold">
                {may.accept ? words.manage.otherTime : words.manage.change}
              </h2>
              {cutOff && (
                <p className="mt-0.5 text-soft">
                  {may.cancel || may.reschedule
                    ? words.manage.cutOff({ time: formats.moment(cutOff, zone) })
                    : words.manage.cutOffOver}{' '}
                  {!may.cancel && !may.reschedule && <ReachStudio />}
                </p>
              )}
              <div className="mt-4 flex flex-col gap-2.5 sm:flex-row sm:flex-wrap">
                {may.reschedule && serviceId && (
                  <Button size="large" onClick={() => setDoing('moving')}>
                    <CalendarClock aria-hidden className="size-4.5" />
                    {words.manage.move}
                  </Button>
                )}
                <CalendarButton token={token} />
                {may.cancel && (
                  <Button size="large" onClick={() => setDoing('cancelling')}>
                    <Undo2 aria-hidden className="size-4.5" />
                    {isRequest ? words.manage.withdraw : words.manage.cancel}
                  </Button>
                )}
              </div>
            </>
          )}
          {doing === 'cancelling' && (
            <AskFirst
              question={isRequest ? words.manage.withdrawAsk : words.manage.cancelAsk}
              hint={isRequest ? words.manage.withdrawHint : words.manage.cancelHint}
              confirm={isRequest ? words.manage.withdraw : words.manage.cancel}
              keep={words.manage.keep}
              pending={change.pending}
              onConfirm={() => void cancel()}
              onKeep={() => setDoing('nothing')}
            />
          )}
          {doing === 'moving' && serviceId && (
            <Reschedule
              token={token}
              booking={booking}
              serviceId={serviceId}
              change={change}
              onMoved={(after) => {
                onChanged(after);
                setMoved(after.start.getTime());
                setDoing('nothing');
                window.scrollTo({ top: 0 });
                announce(words.manage.moved({ time: formats.moment(after.start, zone) }));
              }}
              onKeep={() => setDoing('nothing')}
            />
          )}
        </section>
      ) : (
        <a
          href={linkTo(`/book/${artist.slug}`, search)}
          className={`mt-8 ${buttonClass('primary', 'large')}`}
        >
          {words.manage.another}
        </a>
      )}
    </div>
  );

  function nextOf(): string {
    const next = words.manage.next;
    return (shown === 'EXPIRED' ? next.EXPIRED[booking.turn] : next[shown])({ artist: artist.name });
  }
}
