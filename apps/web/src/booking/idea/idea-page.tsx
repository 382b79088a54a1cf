import { Send } from 'lucide-react';
import { type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { StudioOffer } from '../api/answers.ts';
import { Choices } from '../controls/choices.tsx';
import { ClientFields } from '../controls/client-fields.tsx';
import { ErrorSummary } from '../controls/error-summary.tsx';
import { Honeypot, useTrap } from '../controls/honeypot.tsx';
import { TextArea, TextField } from '../controls/text-field.tsx';
import type { SentImage } from '../form/client-form.ts';
import { errorWords } from '../form/error-words.ts';
import { useKept } from '../form/use-kept.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useTitle } from '../frame/use-title.ts';
import { ImageField } from '../images/image-field.tsx';
import { useUploads } from '../images/use-uploads.ts';
import { useReader } from '../language/reader.ts';
import { useProof } from '../proof/use-proof.ts';
import { useSearch } from '../url/location.ts';
import { checkIdea, EMPTY_IDEA, type IdeaForm, SIZES } from './idea-form.ts';
import { IdeaSent } from './idea-sent.tsx';
import { useSendIdea } from './use-send-idea.ts';

/** Describe an idea: one page, nothing to choose yet, and the artist answers with a quote and times. */
export function IdeaPage({ offer }: { readonly offer: StudioOffer }) {
  const { words } = useReader();
  const search = useSearch();
  const { form, change } = useKept<IdeaForm>('atelier.idea', EMPTY_IDEA);
  const wished = new URLSearchParams(search).get('artist');
  const [artist, setArtist] = useState(
    () => offer.artists.find(({ slug }) => slug === wished)?.slug ?? 'any',
  );
  const [tries, setTries] = useState(0);
  const images = useRef(form.images);
  const onImages = useCallback(
    (next: (before: readonly SentImage[]) => readonly SentImage[]) => {
      images.current = next(images.current);
      change({ images: images.current });
    },
    [change],
  );
  const uploads = useUploads(form.images, onImages);
  const trap = useTrap();
  const proof = useProof();
  const send = useSendIdea({
    form,
    artist,
    trap,
    proof,
    onSent: () => {
      images.current = [];
      change({ ...EMPTY_IDEA, name: form.name, email: form.email, phone: form.phone });
    },
  });
  useTitle(words.idea.title, offer.name);
  useEffect(() => proof.prepare(), [proof]);

  const errors = (tries > 0 ? checkIdea(form) : []).map((error) => ({
    field: error.field,
    text: errorWords(error, words),
  }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const isSending = uploads.sending.length > 0;

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (isSending) return;
    if (checkIdea(form).length > 0) setTries((before) => before + 1);
    else send.send();
  }

  if (send.sent)
    return (
      <IdeaSent
        sent={send.sent}
        onAnother={() => {
          setTries(0);
          send.again();
        }}
      />
    );
  return (
    <form noValidate onSubmit={onSubmit} className="mx-auto max-w-2xl">
      <h1 className="text-[1.6rem] leading-tight font-semibold sm:text-[1.9rem]">
        {words.idea.titleAt({ studio: offer.name })}
      </h1>
      <p className="mt-2 mb-8 text-soft">{words.idea.lead}</p>
      <ErrorSummary errors={errors} tries={tries} />
      <div className="grid gap-10">
        <section className="grid gap-5">
          <h2 className="text-lg font-semibold">{words.idea.about}</h2>
          <TextArea
            id="idea"
            label={words.idea.idea}
            hint={words.idea.ideaHint}
            required
            rows={5}
            value={form.idea}
            error={errorOf('idea')}
            onChange={(idea) => change({ idea })}
          />
          <ImageField uploads={uploads} />
          <TextField
            id="placement"
            label={words.idea.placement}
            hint={words.idea.placementHint}
            value={form.placement}
            error={errorOf('placement')}
            onChange={(placement) => change({ placement })}
          />
          <Choices
            name="size"
            legend={words.idea.size}
            note={words.common.optional}
            value={SIZES.find((one) => one === form.size) ?? null}
            options={SIZES.map((value) => ({ value, label: words.idea.sizes[value] }))}
            onChange={(size) => change({ size })}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              id="style"
              label={words.idea.style}
              hint={words.idea.styleHint}
              value={form.style}
              error={errorOf('style')}
              onChange={(style) => change({ style })}
            />
            <TextField
              id="budget"
              label={words.idea.budget}
              hint={words.idea.budgetHint}
              value={form.budget}
              error={errorOf('budget')}
              onChange={(budget) => change({ budget })}
            />
          </div>
          <TextField
            id="days"
            label={words.idea.days}
            hint={words.idea.daysHint}
            value={form.days}
            error={errorOf('days')}
            onChange={(days) => change({ days })}
          />
          {offer.artists.length > 1 && (
            <Choices
              name="artist"
              legend={words.idea.artist}
              value={artist}
              options={[
                { value: 'any', label: words.idea.anyone },
                ...offer.artists.map(({ slug, name }) => ({ value: slug, label: name })),
              ]}
              onChange={setArtist}
            />
          )}
        </section>
        <ClientFields form={form} change={change} errorOf={errorOf} />
      </div>
      <Honeypot trap={trap} />
      <div className="mt-8 grid gap-3">
        {send.problem?.kind === 'refused' && <ProblemPanel error={send.problem.error} />}
        {send.problem?.kind === 'unanswered' && (
          <Notice tone="warn" title={words.review.unknown} hint={words.review.unknownHint} />
        )}
        <Button
          type="submit"
          look="primary"
          size="large"
          pending={send.pending}
          disabled={isSending}
          className="w-full sm:w-auto sm:justify-self-start"
        >
          {!send.pending && <Send aria-hidden className="size-4.5" />}
          {send.pending ? words.review.sending : words.idea.send}
        </Button>
        <p className="text-[13px] text-soft">{isSending ? words.images.waiting : words.idea.note}</p>
      </div>
    </form>
  );
}
