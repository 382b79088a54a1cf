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
  const { words } = useReader();
  const search = useSearch();
  const text = useMailText();
  const { requestLead, requestHeading, confirmedLead, confirmedHeading } = words.done;
  const isRequest = booking.state === 'REQUESTED';
  const Icon = isRequest ? Send : CalendarCheck2;
  const lead = text(isRequest ? requestLead : confirmedLead);
  return (
    <div className="mx-auto max-w-2xl">
      <span className="mb-5 flex size-14 items-center justify-center rounded-full bg-good-soft text-good">
        <Icon aria-hidden className="size-7" />
      </span>
      <StepHeading
        step="done"
        as="h1"
        arrived
        lead={lead({ artist: booking.artist.name, email: sent.email })}
      >
        {isRequest ? requestHeading : confirmedHeading}
      </StepHeading>
      <div className="mb-5 grid gap-3 empty:hidden">
        {sent.earlier && <Notice tone="accent" title={words.done.earlier} />}
        {booking.unverified && <Notice tone="warn" title={words.done.unverified} />}
      </div>
      <Card className="p-5 sm:p-6">
        <WhenAndWhat booking={booking} />
      </Card>
      <h2 className="mt-8 mb-3 text-lg font-semibold">{words.done.next}</h2>
      <NextThings booking={booking} />
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

function WhenAndWhat({ booking }: { readonly booking: ClientBooking }) {
  const { words, formats } = useReader();
  const { start, end, zone, service, artist, price, deposit } = booking;
  const when = (
    <span className="inline-block font-medium first-letter:uppercase">{formats.moment(start, zone)}</span>
  );
  const what = (
    <>
      {service} {words.hold.with({ artist: artist.name })}
      <span className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1 text-sm">
        <ServiceFacts minutes={(end.getTime() - start.getTime()) / 60_000} price={price} deposit={deposit} />
      </span>
    </>
  );
  return (
    <Facts
      facts={[
        { label: words.review.when, value: when },
        { label: words.review.what, value: what },
      ]}
    />
  );
}

function NextThings({ booking }: { readonly booking: ClientBooking }) {
  const { words, formats } = useReader();
  const text = useMailText();
  const { state, artist, expiresAt, zone, may } = booking;
  const { nextMail, nextAnswer, requestBy, nextChange, nextSettled } = words.done;
  return (
    <ol className="grid gap-3.5">
      <NextThing icon={<Mail aria-hidden className="size-4.5" />}>{text(nextMail)}</NextThing>
      {state === 'REQUESTED' && (
        <NextThing icon={<MessageCircleReply aria-hidden className="size-4.5" />}>
          {nextAnswer({ artist: artist.name })}{' '}
          {expiresAt && requestBy({ time: formats.moment(expiresAt, zone) })}
        </NextThing>
      )}
      <NextThing icon={<SquarePen aria-hidden className="size-4.5" />}>
        {may.cancel || may.reschedule ? (
          nextChange
        ) : (
          <>
            {nextSettled} <ReachStudio />
          </>
        )}
      </NextThing>
    </ol>
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
