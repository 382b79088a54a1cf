import type { ReactNode } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { OfferedService, Slot } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { ServiceFacts } from '../choose/service-facts.tsx';
import { type Fact, Facts } from '../controls/facts.tsx';
import { Honeypot, type Trap } from '../controls/honeypot.tsx';
import type { ClientForm } from '../form/client-form.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { ReachStudio } from '../frame/reach-studio.tsx';
import { StepHeading } from '../frame/step-heading.tsx';
import { useMailText } from '../frame/studio-context.ts';
import { HoldNotice } from '../hold/hold-notice.tsx';
import { HoldStatus } from '../hold/hold-status.tsx';
import { useReader } from '../language/reader.ts';
import { ActionBar } from '../steps/action-bar.tsx';
import type { BookingState } from '../steps/use-booking-state.ts';
import { useSendingMeans } from './use-at-once.ts';
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
  const { hold } = state;
  const time = state.choices.time;
  const means = useSendingMeans(state, service);
  const text = useMailText();
  const { clock } = useApi();
  if (!time) return null;
  const artist = state.who ?? words.review.someone;
  const settled = time.getTime() - cutOffMs(state) <= clock.now().getTime();
  const { notes } = words.review;
  const note = means === 'requests' || means === 'silent' ? text(notes[means])({ artist }) : notes[means];
  return (
    <>
      <StepHeading step="review" arrived={arrived}>
        {words.review.heading}
      </StepHeading>
      <div className="sticky top-2 z-20 mb-5 grid gap-3 empty:hidden">
        <HoldNotice
          state={hold.state}
          zone={state.zone}
          onExtend={() => void hold.keeper.extend()}
          onChoose={({ start }: Slot) => state.choose({ time: start, date: state.dateOf(start) })}
        />
        <SubmitProblem submit={submit} />
      </div>
      <Card className="p-5 sm:p-6">
        <Facts facts={useFacts(state, service, form, time)} />
      </Card>
      <p className="mt-5 text-soft">
        {note}{' '}
        {settled ? (
          <>
            {words.review.settledNote} <ReachStudio />
          </>
        ) : (
          text(words.review.cancelNote)
        )}
      </p>
      <Honeypot trap={trap} />
      <ActionBar>
        <HoldStatus
          state={hold.state}
          zone={state.zone}
          who={state.flow.artist === 'any' ? state.who : null}
          onAgain={hold.keeper.again}
        />
        <Button
          look="primary"
          size="large"
          className="max-sm:w-full"
          pending={submit.pending}
          disabled={hold.state.kind === 'taken' || means === 'unknown'}
          onClick={submit.send}
        >
          {submit.pending ? words.review.sending : sendWords()}
        </Button>
      </ActionBar>
    </>
  );

  function sendWords(): string {
    if (submit.problem?.kind === 'unanswered') return words.review.sendAgain;
    return words.review.send[means];
  }
}

/** Of whoever it will be: where that is open, of the one who is told earliest. */
function cutOffMs({ flow, offer }: BookingState): number {
  const artists = flow.artist && flow.artist !== 'any' ? [flow.artist] : offer.artists;
  return Math.max(0, ...artists.map(({ cutOffMinutes }) => cutOffMinutes)) * 60_000;
}

function SubmitProblem({ submit }: { readonly submit: Submit }) {
  const { words } = useReader();
  if (!submit.problem) return null;
  if (submit.problem.kind === 'refused') return <ProblemPanel error={submit.problem.error} />;
  return <Notice tone="warn" title={words.review.unknown} hint={words.review.unknownHint} />;
}

function useFacts(state: BookingState, service: OfferedService, form: ClientForm, time: Date): Fact[] {
  const { words, formats } = useReader();
  const edit = (label: string, onClick: () => void) => (
    <button
      type="button"
      onClick={onClick}
      className="-my-1 h-8 rounded-lg px-2 text-[13px] font-medium text-accent underline-offset-2 hover:underline"
    >
      {words.common.edit}
      <span className="sr-only">: {label}</span>
    </button>
  );
  const toTime = () => state.go({ step: null });
  const toDetails = () => state.go({ step: 'details' });
  const images = form.images.length > 0 && <Thumbnails form={form} />;
  const idea: ReactNode = (
    <>
      {form.note.trim() ||
        (form.images.length > 0 ? '' : <span className="text-soft">{words.review.nothing}</span>)}
      {images}
      {form.images.length > 0 && (
        <span className="sr-only">{words.review.images({ count: form.images.length })}</span>
      )}
    </>
  );
  const fact = (label: string, value: ReactNode, change?: () => void): Fact => ({
    label,
    value,
    ...(change ? { action: edit(label, change) } : {}),
  });
  return [
    fact(
      words.review.when,
      <span className="font-medium first-letter:uppercase inline-block">
        {formats.moment(time, state.zone)}
      </span>,
      toTime,
    ),
    fact(
      words.review.what,
      <>
        {service.name}
        {state.who && <span className="text-soft"> {words.hold.with({ artist: state.who })}</span>}
        <span className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1 text-sm">
          <ServiceFacts {...service} />
        </span>
      </>,
    ),
    fact(
      words.review.you,
      [form.name, form.email, form.phone].filter((one) => one.trim()).join('\n'),
      toDetails,
    ),
    fact(words.review.idea, idea, toDetails),
    ...service.questions.flatMap(({ id, label }) => {
      const answer = form.answers[id]?.trim();
      return answer ? [fact(label, answer, toDetails)] : [];
    }),
    ...(form.alternative
      ? [fact(words.review.secondChoice, formats.moment(new Date(form.alternative), state.zone), toDetails)]
      : []),
  ];
}

function Thumbnails({ form }: { readonly form: ClientForm }) {
  return (
    <span className="mt-2 flex flex-wrap gap-2">
      {form.images.map(({ token, name, thumbnail }) =>
        thumbnail ? (
          <img key={token} src={thumbnail} alt={name} className="size-14 rounded-lg object-cover" />
        ) : (
          <span key={token} className="rounded-lg bg-sunken px-2 py-1 text-[13px] text-soft">
            {name}
          </span>
        ),
      )}
    </span>
  );
}
