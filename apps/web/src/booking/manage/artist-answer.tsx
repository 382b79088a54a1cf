import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { readAlike } from '../../time/civil/zoned.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { useApi } from '../api/client-context.ts';
import { kindOf } from '../api/problem.ts';
import { AskFirst } from '../controls/ask-first.tsx';
import { TextArea } from '../controls/text-field.tsx';
import { useAnnounce } from '../frame/announcer.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useReader } from '../language/reader.ts';
import { tabKeep } from '../storage.ts';
import { BookingFacts } from './booking-facts.tsx';
import { BookingTimes } from './booking-times.tsx';
import type { ManageProps } from './client-manage.tsx';
import { Outcome } from './outcome.tsx';
import { StateMark } from './state-mark.tsx';
import { useChange } from './use-change.ts';

/** The artist's side, opened from a mail: everything about the request, and nothing happens before a button is pressed. */
export function ArtistAnswer({ token, booking, onChanged, onStale }: ManageProps) {
  const { words, formats } = useReader();
  const { client } = useApi();
  const announce = useAnnounce();
  const change = useChange(onStale);
  const kept = `atelier.answer.${token.slice(0, 8)}`;
  const [message, setMessage] = useState(() => String(tabKeep.read(kept) ?? ''));
  const [asking, setAsking] = useState<'declining' | 'silent' | null>(null);
  /** What was answered in this window. */
  const [answered, setAnswered] = useState<'CONFIRMED' | 'DECLINED' | null>(null);
  const { state, may, zone, expiresAt, clientZone, start } = booking;
  const name = booking.client.name;
  const given = { client: name };
  const mayAnswer = may.approve || may.decline;
  useTitle(words.manage.artist.title(given), formats.shortMoment(start, zone));

  const answer = (how: 'approve' | 'decline', unverified = false) =>
    change.run(async () => {
      const typed = message.trim();
      const said = { token, ...(typed ? { message: typed } : {}) };
      const after =
        how === 'decline'
          ? await client.manage.decline.mutate(said)
          : await approved({ ...said, ...(unverified ? { unverified } : {}) });
      if (after === null) return setAsking('silent');
      tabKeep.write(kept, null);
      setAsking(null);
      const decided = how === 'approve' ? 'CONFIRMED' : 'DECLINED';
      setAnswered(decided);
      onChanged(after);
      window.scrollTo({ top: 0 });
      announce(words.manage.artist.decided[decided].here());
    });
  /** Null: a calendar still does not answer, and that is asked about (B8). */
  const approved = (said: Parameters<typeof client.manage.approve.mutate>[0]) =>
    client.manage.approve.mutate(said).catch((error: unknown) => {
      if (kindOf(error) === 'unverified') return null;
      throw error;
    });

  return (
    <div className="mx-auto max-w-2xl">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <StateMark booking={booking} />
        <span className="text-[13px] text-soft">{words.manage.artist.title(given)}</span>
      </div>
      <BookingTimes booking={booking} />
      {clientZone && !readAlike([start], zone, clientZone) && (
        <p className="text-[13px] text-soft">
          {words.manage.artist.theirZone({
            time: formats.shortMoment(start, clientZone),
            client: name,
          })}
        </p>
      )}
      {mayAnswer && expiresAt && (
        <p className="mt-2 text-soft">{words.manage.artist.by({ time: formats.moment(expiresAt, zone) })}</p>
      )}
      <div className="mt-5 grid gap-3 empty:hidden">
        <Outcome booking={booking} answered={answered} />
        {booking.unverified && (state === 'REQUESTED' || state === 'CONFIRMED') && (
          <Notice tone="warn" title={words.manage.artist.unverified[state]} />
        )}
        {change.error ? <ProblemPanel error={change.error} /> : null}
      </div>
      <Card className="mt-6 p-5 sm:p-6">
        <BookingFacts booking={booking} />
      </Card>
      {mayAnswer && (
        <section className="mt-6 grid gap-4">
          <TextArea
            id="message"
            label={words.manage.artist.message(given)}
            hint={words.manage.artist.messageHint}
            value={message}
            rows={3}
            onChange={(text) => {
              setMessage(text);
              tabKeep.write(kept, text);
            }}
          />
          {asking === 'silent' ? (
            <AskFirst
              key="silent"
              question={words.manage.artist.silentAsk}
              hint={words.manage.artist.silentHint}
              confirm={words.manage.artist.silentConfirm}
              keep={words.common.back}
              look="primary"
              pending={change.pending}
              onConfirm={() => void answer('approve', true)}
              onKeep={() => setAsking(null)}
            />
          ) : asking === 'declining' ? (
            <AskFirst
              question={words.manage.artist.declineAsk}
              hint={words.manage.artist.declineHint(given)}
              confirm={words.manage.artist.decline}
              keep={words.common.back}
              pending={change.pending}
              onConfirm={() => void answer('decline')}
              onKeep={() => setAsking(null)}
            />
          ) : (
            <div className="grid gap-2.5 sm:flex">
              {may.approve && (
                <Button
                  size="large"
                  look="primary"
                  pending={change.pending}
                  onClick={() => void answer('approve')}
                  className="sm:min-w-44"
                >
                  <Check aria-hidden className="size-4.5" />
                  {words.manage.artist.approve}
                </Button>
              )}
              {may.decline && (
                <Button size="large" onClick={() => setAsking('declining')}>
                  <X aria-hidden className="size-4.5" />
                  {words.manage.artist.decline}
                </Button>
              )}
            </div>
          )}
        </section>
      )}
    </div>
  );
}
