import { type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import type { OfferedService } from '../api/answers.ts';
import { ClientFields } from '../controls/client-fields.tsx';
import { ErrorSummary, type SummedError } from '../controls/error-summary.tsx';
import { TextArea } from '../controls/text-field.tsx';
import { answerField, checkForm } from '../form/check-form.ts';
import type { ClientForm } from '../form/client-form.ts';
import { errorWords } from '../form/error-words.ts';
import { StepHeading } from '../frame/step-heading.tsx';
import { ImageField } from '../images/image-field.tsx';
import type { Uploads } from '../images/use-uploads.ts';
import { useReader } from '../language/reader.ts';
import { ActionBar } from '../steps/action-bar.tsx';
import { HoldBanner, HoldLine } from '../steps/step-hold.tsx';
import type { BookingState } from '../steps/use-booking-state.ts';
import { AlternativeField } from './alternative-field.tsx';

interface DetailsStepProps {
  readonly state: BookingState;
  readonly service: OfferedService;
  readonly form: ClientForm;
  readonly change: (patch: Partial<ClientForm>) => void;
  readonly uploads: Uploads;
  readonly arrived: boolean;
}

export function DetailsStep({ state, service, form, change, uploads, arrived }: DetailsStepProps) {
  const { words } = useReader();
  const [tries, setTries] = useState(0);
  const { questions } = service;
  const found = tries > 0 ? checkForm(form, questions) : [];
  const errors = found.map((error) => ({ field: error.field, text: errorWords(error, words) }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const isSending = uploads.sending.length > 0;

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (isSending) return;
    if (checkForm(form, questions).length > 0) setTries((before) => before + 1);
    else state.go({ step: 'review' });
  }

  return (
    <form noValidate onSubmit={onSubmit}>
      <StepHeading step="details" arrived={arrived} lead={words.details.lead}>
        {words.details.heading}
      </StepHeading>
      <HoldBanner state={state} className="mb-6" />
      <ErrorSummary errors={withLabels(errors, questions)} tries={tries} />
      <div className="grid gap-9">
        <ClientFields form={form} change={change} errorOf={errorOf} />
        <IdeaFields form={form} change={change} errorOf={errorOf} uploads={uploads} />
        <QuestionFields form={form} change={change} errorOf={errorOf} questions={questions} />
        <AlternativeField
          state={state}
          minutes={service.minutes}
          value={form.alternative}
          onChange={(alternative) => change({ alternative })}
        />
      </div>
      <ActionBar>
        <HoldLine state={state} />
        <div className="flex items-center gap-3 max-sm:w-full">
          {isSending && <span className="text-[13px] text-soft">{words.images.waiting}</span>}
          <Button type="submit" look="primary" size="large" disabled={isSending} className="max-sm:flex-1">
            {words.details.toReview}
          </Button>
        </div>
      </ActionBar>
    </form>
  );
}

/** Beside the field its name is read; in the summary it has to be said. */
function withLabels(
  errors: readonly SummedError[],
  questions: OfferedService['questions'],
): readonly SummedError[] {
  const labels = new Map(questions.map(({ id, label }) => [answerField(id), label]));
  return errors.map(({ field, text }) => {
    const label = labels.get(field);
    return { field, text: label ? `${label} – ${text}` : text };
  });
}

interface FieldsProps {
  readonly form: ClientForm;
  readonly change: (patch: Partial<ClientForm>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

function IdeaFields({ form, change, errorOf, uploads }: FieldsProps & { readonly uploads: Uploads }) {
  const { words } = useReader();
  return (
    <section className="grid gap-5">
      <h3 className="text-lg font-semibold">{words.details.idea}</h3>
      <TextArea
        id="note"
        label={words.details.note}
        hint={words.details.ideaHint}
        value={form.note}
        error={errorOf('note')}
        onChange={(note) => change({ note })}
      />
      <ImageField uploads={uploads} />
    </section>
  );
}

interface QuestionFieldsProps extends FieldsProps {
  readonly questions: OfferedService['questions'];
}

function QuestionFields({ form, change, errorOf, questions }: QuestionFieldsProps) {
  const { words } = useReader();
  if (questions.length === 0) return null;
  return (
    <section className="grid gap-5">
      <h3 className="text-lg font-semibold">{words.details.questions}</h3>
      {questions.map(({ id, label, required }) => (
        <TextArea
          key={id}
          id={answerField(id)}
          label={label}
          rows={2}
          required={required}
          value={form.answers[id] ?? ''}
          error={errorOf(answerField(id))}
          onChange={(text) => change({ answers: { ...form.answers, [id]: text } })}
        />
      ))}
    </section>
  );
}
