import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { useAnnounce } from '../../ui/display/announcer.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { BookingFacts } from './booking-facts.tsx';
import { BookingTimes } from './booking-times.tsx';
import { ChangeBooking, type Doing } from './change-booking.tsx';
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
  const change = useChange(onStale);
  /** The time that it was moved to in this window: told as long as that is how it stands. */
  const [moved, setMoved] = useState<number | null>(null);
  const [doing, setDoing] = useState<Doing>('nothing');
  const { start, zone, may } = booking;
  useTitle(words.manage.title, formats.shortMoment(start, zone));
  /** What a change has led to, and what is said of it. */
  const changed = (after: ClientBooking, movedTo: number | null, said: string) => {
    onChanged(after);
    setMoved(movedTo);
    setDoing('nothing');
    announce(said);
  };
  const accept = () =>
    change.run(async () => {
      changed(await client.manage.accept.mutate({ token, start }), null, words.manage.accepted);
      window.scrollTo({ top: 0 });
    });
  return (
    <div className="mx-auto max-w-2xl">
      <StateMark booking={booking} />
      <BookingTimes booking={booking} />
      <WhatNext booking={booking} />
      <ClientNotices booking={booking} moved={moved === start.getTime()} error={change.error} />
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
      {isOpen(booking) ? (
        <section className="mt-8">
          <ChangeBooking
            token={token}
            booking={booking}
            change={change}
            doing={doing}
            onDoing={setDoing}
            onChanged={changed}
          />
        </section>
      ) : (
        <BookAnother artist={booking.artist.slug} />
      )}
    </div>
  );
}

function isOpen({ state }: ClientBooking): boolean {
  return state === 'REQUESTED' || state === 'CONFIRMED';
}

function WhatNext({ booking }: { readonly booking: ClientBooking }) {
  const { words, formats } = useReader();
  const { state, zone, artist, expiresAt, turn } = booking;
  const { next, proposedUntil, answerBy } = words.manage;
  const shown = shownState(booking);
  const say = shown === 'EXPIRED' ? next.EXPIRED[turn] : next[shown];
  const until = shown === 'PROPOSED' ? proposedUntil : answerBy;
  return (
    <p className="mt-2 text-soft">
      {say({ artist: artist.name })}{' '}
      {state === 'REQUESTED' && expiresAt && until({ time: formats.moment(expiresAt, zone) })}
    </p>
  );
}

interface ClientNoticesProps {
  readonly booking: ClientBooking;
  readonly moved: boolean;
  readonly error: unknown;
}

function ClientNotices({ booking, moved, error }: ClientNoticesProps) {
  const { words, formats } = useReader();
  const { state, start, zone, unverified, message, artist } = booking;
  return (
    <div className="mt-5 grid gap-3 empty:hidden">
      {moved && isOpen(booking) && (
        <Notice tone="accent" title={words.manage.moved({ time: formats.moment(start, zone) })} />
      )}
      {state === 'REQUESTED' && unverified && <Notice tone="warn" title={words.manage.unverified} />}
      {message && (
        <Notice tone="accent" title={words.manage.messageFrom({ artist: artist.name })} hint={message} />
      )}
      {error ? <ProblemPanel error={error} /> : null}
    </div>
  );
}

function BookAnother({ artist }: { readonly artist: string }) {
  const { words } = useReader();
  return (
    <a href={linkTo(`/book/${artist}`, useSearch())} className={`mt-8 ${buttonClass('primary', 'large')}`}>
      {words.manage.another}
    </a>
  );
}
