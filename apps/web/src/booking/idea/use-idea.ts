import { type SubmitEvent, useCallback, useEffect, useState } from 'react';
import type { StudioOffer } from '../api/answers.ts';
import { type Trap, useTrap } from '../controls/honeypot.tsx';
import type { SentImage } from '../form/client-form.ts';
import { errorWords } from '../form/error-words.ts';
import { useKept } from '../form/use-kept.ts';
import { type Uploads, useUploads } from '../images/use-uploads.ts';
import { useReader } from '../language/reader.ts';
import { useProof } from '../proof/use-proof.ts';
import { checkIdea, EMPTY_IDEA, type IdeaForm } from './idea-form.ts';
import { type SendIdea, useSendIdea } from './use-send-idea.ts';

/** What somebody types of an idea, what is wrong with it, and its way to the studio. */
export interface Idea {
  readonly form: IdeaForm;
  readonly change: (patch: Partial<IdeaForm>) => void;
  /** A slug, or `any`. */
  readonly artist: string;
  readonly setArtist: (slug: string) => void;
  readonly uploads: Uploads;
  readonly trap: Trap;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly errorOf: (field: string) => string | undefined;
  /** How often it was to be sent and could not be. */
  readonly tries: number;
  readonly submit: (event: SubmitEvent) => void;
  readonly sending: SendIdea;
  readonly again: () => void;
}

/** @param wished slug of the artist that the address names */
export function useIdea(offer: StudioOffer, wished: string | null): Idea {
  const { words } = useReader();
  const { form, change } = useKept<IdeaForm>('atelier.idea', EMPTY_IDEA);
  const known = offer.artists.find(({ slug }) => slug === wished);
  const [artist, setArtist] = useState(known?.slug ?? 'any');
  const [tries, setTries] = useState(0);
  const uploads = useUploads(
    form.images,
    useCallback((images: readonly SentImage[]) => change({ images }), [change]),
  );
  const trap = useTrap();
  const proof = useProof();
  useEffect(() => proof.prepare(), [proof]);
  const { name, email, phone } = form;
  const onSent = () => change({ ...EMPTY_IDEA, name, email, phone });
  const sending = useSendIdea({ form, artist, trap, proof, onSent });
  const found = tries > 0 ? checkIdea(form) : [];
  const errors = found.map((error) => ({ field: error.field, text: errorWords(error, words) }));
  return {
    form,
    change,
    artist,
    setArtist,
    uploads,
    trap,
    errors,
    tries,
    sending,
    errorOf: (field) => errors.find((error) => error.field === field)?.text,
    submit(event) {
      event.preventDefault();
      if (uploads.sending.length > 0) return;
      if (checkIdea(form).length > 0) setTries((before) => before + 1);
      else sending.send();
    },
    again() {
      setTries(0);
      sending.again();
    },
  };
}
