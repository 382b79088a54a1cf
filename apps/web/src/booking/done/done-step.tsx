import { CalendarCheck2, Mail, MessageCircleReply, Send, SquarePen } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { useLive } from '../api/use-live.ts';
import { useQuestion } from '../api/use-question.ts';
import { CalendarButton } from '../calendar-file/calendar-button.tsx';
import { ServiceFacts } from '../choose/service-facts.tsx';
import { Facts } from '../controls/facts.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { ReachStudio } from '../frame/reach-studio.tsx';
import { StepHeading } from '../frame/step-heading.tsx';
import { useMailText } from '../frame/studio-context.ts';
import { useReader } from '../language/reader.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import type { SentBooking } from './sent-booking.ts';

interface DoneStepProps {
  readonly sent: SentBooking;
  readonly again: string;
}

/** Says plainly what has been reached, and what comes next. */
export function DoneStep({ sent, again }: DoneStepProps) {
  const { client } = useApi();
  const { token } = sent;
  const { answer, error, ask, set } = useQuestion(token, () => client.manage.see.query({ token }));
  useLive(token, (options) => client.manage.watch.subscribe({ token }, options), set);
  if (error) return <ProblemPanel error={error} onRetry={ask} />;
  if (!answer) return <DoneSkeleton />;
  return <Done sent={sent} booking={answer} again={again} />;
}

function Done({ sent, booking, again }: DoneStepProps & { readonly booking: ClientBooking }) {
  const { words, formats } = useReader();
  const search = useSearch();
  const text = useMailText();
  const isRequest = booking.state === 'REQUESTED';
  const given = { artist: booking.artist.name, email: sent.email };
  const Icon = isRequest ? Send : CalendarCheck2;
  return (
    <div className="mx-auto max-w-2xl">
      <span className="mb-5 flex size-14 items-center justify-center rounded-full bg-good-soft text-good">
        <Icon aria-hidden className="size-7" />
      </span>
      <StepHeading
        step="done"
        as="h1"
        arrived
        lead={text(isRequest ? words.done.requestLead : words.done.confirmedLead)(given)}
      >
        {isRequest ? words.done.requestHeading : words.done.confirmedHeading}
      </StepHeading>
      <div className="mb-5 grid gap-3 empty:hidden">
        {sent.earlier && <Notice tone="accent" title={words.done.earlier} />}
        {booking.unverified && <Notice tone="warn" title={words.done.unverified} />}
      </div>
      <Card className="p-5 sm:p-6">
        <Facts
          facts={[
            {
              label: words.review.when,
              value: (
                <span className="inline-block font-medium first-letter:uppercase">
                  {formats.moment(booking.start, booking.zone)}
                </span>
              ),
            },
            {
              label: words.review.what,
              value: (
                <>
                  {booking.service} {words.hold.with({ artist: booking.artist.name })}
                  <span className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1 text-sm">
                    <ServiceFacts
                      minutes={(booking.end.getTime() - booking.start.getTime()) / 60_000}
                      price={booking.price}
                      deposit={booking.deposit}
                    />
                  </span>
                </>
              ),
            },
          ]}
        />
      </Card>
      <h2 className="mt-8 mb-3 text-lg font-semibold">{words.done.next}</h2>
      <ol className="grid gap-3.5">
        <NextThing icon={<Mail aria-hidden className="size-4.5" />}>{text(words.done.nextMail)}</NextThing>
        {isRequest && (
          <NextThing icon={<MessageCircleReply aria-hidden className="size-4.5" />}>
            {words.done.nextAnswer(given)}{' '}
            {booking.expiresAt &&
              words.done.requestBy({ time: formats.moment(booking.expiresAt, booking.zone) })}
          </NextThing>
        )}
        <NextThing icon={<SquarePen aria-hidden className="size-4.5" />}>
          {booking.may.cancel || booking.may.reschedule ? (
            words.done.nextChange
          ) : (
            <>
              {words.done.nextSettled} <ReachStudio />
            </>
          )}
        </NextThing>
      </ol>
      <div className="mt-8 flex flex-col gap-2.5 sm:flex-row sm:flex-wrap">
        <a href={linkTo(`/booking/${sent.token}`, search)} className={buttonClass('primary', 'large')}>
          {words.done.manage}
        </a>
        <CalendarButton token={sent.token} />
        <a href={again} className={buttonClass('quiet', 'large')}>
          {words.done.another}
        </a>
      </div>
    </div>
  );
}

function NextThing({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
        {icon}
      </span>
      <span className="pt-1.5">{children}</span>
    </li>
  );
}

function DoneSkeleton() {
  return (
    <div className="mx-auto max-w-2xl">
      <Skeleton className="mb-5 size-14 rounded-full" />
      <Skeleton className="h-8 w-72 max-w-full" />
      <Skeleton className="mt-3 h-5 w-full" />
      <Skeleton className="mt-6 h-40 w-full rounded-2xl" />
    </div>
  );
}
