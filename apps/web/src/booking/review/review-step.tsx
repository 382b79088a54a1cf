import { Button } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import type { OfferedService } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { Honeypot, type Trap } from '../controls/honeypot.tsx';
import type { ClientForm } from '../form/client-form.ts';
import { SendProblemNotice } from '../form/send-problem-notice.tsx';
import { ReachStudio } from '../frame/reach-studio.tsx';
import { StepHeading } from '../frame/step-heading.tsx';
import { useMailText } from '../frame/studio-context.ts';
import { useReader } from '../language/reader.ts';
import { ActionBar } from '../steps/action-bar.tsx';
import { HoldBanner, HoldLine } from '../steps/step-hold.tsx';
import type { BookingState } from '../steps/use-booking-state.ts';
import { ReviewFacts } from './review-facts.tsx';
import { type SendingMeans, useSendingMeans } from './use-at-once.ts';
import type { Submit } from './use-submit.ts';

interface ReviewStepProps {
  readonly state: BookingState;
  readonly service: OfferedService;
  readonly form: ClientForm;
  readonly submit: Submit;
  readonly trap: Trap;
  readonly arrived: boolean;
}

export function ReviewStep({ state, service, form, submit, trap, arrived }: ReviewStepProps) {
  const { words } = useReader();
  const { time } = state.choices;
  const means = useSendingMeans(state, service);
  if (!time) return null;
  const { send, sendAgain, sending } = words.review;
  const sendWords = submit.problem?.kind === 'unanswered' ? sendAgain : send[means];
  return (
    <>
      <StepHeading step="review" arrived={arrived}>
        {words.review.heading}
      </StepHeading>
      <HoldBanner state={state} className="mb-5 grid gap-3">
        <SendProblemNotice problem={submit.problem} />
      </HoldBanner>
      <Card className="p-5 sm:p-6">
        <ReviewFacts state={state} service={service} form={form} time={time} />
      </Card>
      <WhatFollows state={state} means={means} time={time} />
      <Honeypot trap={trap} />
      <ActionBar>
        <HoldLine state={state} />
        <Button
          look="primary"
          size="large"
          className="max-sm:w-full"
          pending={submit.pending}
          disabled={state.hold.state.kind === 'taken' || means === 'unknown'}
          onClick={submit.send}
        >
          {submit.pending ? sending : sendWords}
        </Button>
      </ActionBar>
    </>
  );
}

interface WhatFollowsProps {
  readonly state: BookingState;
  readonly means: SendingMeans;
  readonly time: Date;
}

/** What sending means, and whether it can be changed afterwards. */
function WhatFollows({ state, means, time }: WhatFollowsProps) {
  const { words } = useReader();
  const { notes, someone, settledNote, cancelNote } = words.review;
  const text = useMailText();
  const { clock } = useApi();
  const artist = state.who ?? someone;
  const note = means === 'requests' || means === 'silent' ? text(notes[means])({ artist }) : notes[means];
  const settled = time.getTime() - cutOffMs(state) <= clock.now().getTime();
  return (
    <p className="mt-5 text-soft">
      {note}{' '}
      {settled ? (
        <>
          {settledNote} <ReachStudio />
        </>
      ) : (
        text(cancelNote)
      )}
    </p>
  );
}

/** Of whoever it will be: where that is open, of the one who is told earliest. */
function cutOffMs({ flow, offer }: BookingState): number {
  const artists = flow.artist && flow.artist !== 'any' ? [flow.artist] : offer.artists;
  return Math.max(0, ...artists.map(({ cutOffMinutes }) => cutOffMinutes)) * 60_000;
}
