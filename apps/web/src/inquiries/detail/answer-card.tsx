import { zodResolver } from '@hookform/resolvers/zod';
import { Plus } from 'lucide-react';
import { Controller, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { toast } from 'sonner';
import { z } from 'zod';
import type { StudioInquiry } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useBookable } from '../../bookings/use-bookable.ts';
import { useTold } from '../../bookings/use-told.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { UnsavedGuard } from '../../shell/unsaved-guard.tsx';
import { durationText } from '../../time/duration.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { type SessionDraft, sessionMinutes } from '../offer/session-draft.ts';
import { SessionFields } from '../offer/session-fields.tsx';
import { DeclineIdea } from './decline-idea.tsx';

const answerForm = z.object({
  artist: z.string().min(1),
  quote: z.string().max(400),
  deposit: z.string().max(400),
  message: z.string().max(8_000),
  sessions: z
    .array(z.custom<SessionDraft>())
    .refine((sessions) => sessions.every((session) => sessionMinutes(session) !== null)),
});
type Answer = z.infer<typeof answerForm>;

const FIRST_SESSION_MINUTES = 120;

/** The answer to an idea: what it costs, how many sessions, and the times to choose from. */
export function AnswerCard({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { locale } = useFormats();
  const { artists = [] } = useBookable();
  const only = artists.length === 1 ? artists[0]?.slug : undefined;
  const form = useForm<Answer>({
    resolver: zodResolver(answerForm),
    defaultValues: {
      artist: inquiry.artist?.slug ?? only ?? '',
      quote: inquiry.quote,
      deposit: inquiry.deposit,
      message: inquiry.message,
      sessions: [{ length: durationText(FIRST_SESSION_MINUTES, locale), times: [] }],
    },
  });
  const answer = useAnswer();
  const submit = form.handleSubmit(({ artist, sessions, ...told }) => {
    const { id, version } = inquiry;
    answer.mutate({
      id,
      version,
      ...told,
      ...(inquiry.artist === null && { artist }),
      sessions: sessions.map((session) => ({
        minutes: sessionMinutes(session) ?? 0,
        times: [...session.times],
      })),
    });
  });
  return (
    <Card aria-labelledby="answer-title" className="p-5">
      <h2 id="answer-title" className="mb-4 text-base font-semibold">
        {words.inquiries.answer}
      </h2>
      <form noValidate onSubmit={submit} className="space-y-4">
        <AnswerFields form={form} inquiry={inquiry} />
        {answer.error && <ProblemNotice error={answer.error} />}
        <div className="flex flex-wrap justify-between gap-2 pt-2">
          <DeclineIdea inquiry={inquiry} />
          <Button type="submit" look="primary" pending={answer.isPending}>
            {words.inquiries.send}
          </Button>
        </div>
      </form>
      <UnsavedGuard dirty={form.formState.isDirty && !answer.isSuccess} />
    </Card>
  );
}

interface AnswerFieldsProps {
  readonly form: UseFormReturn<Answer>;
  readonly inquiry: StudioInquiry;
}

function AnswerFields({ form, inquiry }: AnswerFieldsProps) {
  const { words } = useReader();
  const { artists = [] } = useBookable();
  const { errors } = form.formState;
  const slug = useWatch({ control: form.control, name: 'artist' });
  const zone = artists.find((one) => one.slug === slug)?.zone ?? inquiry.zone;
  return (
    <>
      {inquiry.artist === null && (
        <Field label={words.inquiries.takenBy} error={errors.artist && words.common.required}>
          {({ id }) => (
            <Controller
              name="artist"
              control={form.control}
              render={({ field }) => (
                <Select
                  id={id}
                  value={field.value}
                  placeholder={words.bookings.chooseArtist}
                  onChange={field.onChange}
                  options={artists.map((one) => ({ value: one.slug, label: one.name }))}
                />
              )}
            />
          )}
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.inquiries.quote} hint={words.inquiries.quoteHint}>
          {(control) => <Input {...control} {...form.register('quote')} autoComplete="off" />}
        </Field>
        <Field label={words.inquiries.deposit} hint={words.inquiries.depositHint}>
          {(control) => <Input {...control} {...form.register('deposit')} autoComplete="off" />}
        </Field>
      </div>
      <Field label={words.inquiries.message} error={errors.message && words.common.tooLong}>
        {(control) => <Textarea {...control} {...form.register('message')} rows={4} />}
      </Field>
      <Controller
        name="sessions"
        control={form.control}
        render={({ field }) => (
          <Sessions
            sessions={field.value}
            onChange={field.onChange}
            artist={slug === '' ? null : slug}
            zone={zone}
          />
        )}
      />
    </>
  );
}

interface SessionsProps {
  readonly sessions: readonly SessionDraft[];
  readonly onChange: (sessions: readonly SessionDraft[]) => void;
  readonly artist: string | null;
  readonly zone: string;
}

function Sessions({ sessions, onChange, artist, zone }: SessionsProps) {
  const { words } = useReader();
  const last = sessions.at(-1);
  return (
    <div className="space-y-3">
      {sessions.map((draft, index) => (
        <SessionFields
          // Sessions have no identity but their number.
          key={`session ${index}`}
          number={index + 1}
          draft={draft}
          artist={artist}
          zone={zone}
          onChange={(next) => onChange(sessions.with(index, next))}
          onRemove={sessions.length > 1 ? () => onChange(sessions.toSpliced(index, 1)) : null}
        />
      ))}
      <Button
        size="small"
        look="quiet"
        onClick={() => onChange([...sessions, { length: last?.length ?? '', times: [] }])}
      >
        <Plus aria-hidden className="size-4" />
        {words.inquiries.addSession}
      </Button>
    </div>
  );
}

function useAnswer() {
  const { words } = useReader();
  const told = useTold();
  const queries = trpc.useUtils();
  return trpc.inquiries.answer.useMutation({
    onSuccess(after) {
      toast.success(`${words.inquiries.answered({ name: after.client.name })} ${told}`);
      queries.inquiries.see.setData({ id: after.id }, after);
    },
    onSettled: () => queries.inquiries.invalidate(),
  });
}
