import type { ReactNode } from 'react';
import type { OfferedService } from '../api/answers.ts';
import { ServiceFacts } from '../choose/service-facts.tsx';
import { type Fact, Facts } from '../controls/facts.tsx';
import type { ClientForm } from '../form/client-form.ts';
import { useReader } from '../language/reader.ts';
import type { BookingState } from '../steps/use-booking-state.ts';

interface Reviewed {
  readonly state: BookingState;
  readonly service: OfferedService;
  readonly form: ClientForm;
  readonly time: Date;
}

/** Everything that is about to be sent, each with the way to change it. */
export function ReviewFacts(reviewed: Reviewed) {
  return <Facts facts={useReviewFacts(reviewed)} />;
}

function useReviewFacts({ state, service, form, time }: Reviewed): Fact[] {
  const { words, formats } = useReader();
  const toTime = () => state.go({ step: null });
  const toDetails = () => state.go({ step: 'details' });
  const fact = (label: string, value: ReactNode, change?: () => void): Fact => ({
    label,
    value,
    ...(change ? { action: <EditButton label={label} onClick={change} /> } : {}),
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
    fact(words.review.idea, <IdeaTold form={form} />, toDetails),
    ...service.questions.flatMap(({ id, label }) => {
      const answer = form.answers[id]?.trim();
      return answer ? [fact(label, answer, toDetails)] : [];
    }),
    ...(form.alternative
      ? [fact(words.review.secondChoice, formats.moment(new Date(form.alternative), state.zone), toDetails)]
      : []),
  ];
}

interface EditButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

function EditButton({ label, onClick }: EditButtonProps) {
  const { words } = useReader();
  return (
    <button
      type="button"
      onClick={onClick}
      className="-my-1 h-8 rounded-lg px-2 text-[13px] font-medium text-accent underline-offset-2 hover:underline"
    >
      {words.common.edit}
      <span className="sr-only">: {label}</span>
    </button>
  );
}

function IdeaTold({ form }: { readonly form: ClientForm }) {
  const { words } = useReader();
  const { note, images } = form;
  const text = note.trim();
  if (images.length === 0) return text || <span className="text-soft">{words.review.nothing}</span>;
  return (
    <>
      {text}
      <Thumbnails form={form} />
      <span className="sr-only">{words.review.images({ count: images.length })}</span>
    </>
  );
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
