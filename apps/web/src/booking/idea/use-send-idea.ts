import { useState } from 'react';
import { browserZone } from '../../time/zone-name.ts';
import type { InquiryInput, SentInquiry } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import type { Trap } from '../controls/honeypot.tsx';
import { sentClient } from '../form/sent-client.ts';
import { type SendProblem, useSending } from '../form/use-sending.ts';
import { useReader } from '../language/reader.ts';
import type { ProofMaker } from '../proof/proof-maker.ts';
import { type IdeaForm, SIZES } from './idea-form.ts';

type Body = Omit<InquiryInput, 'key' | 'proof' | 'website'>;

export interface SentIdea {
  readonly token: string;
  /** Where the answer goes. */
  readonly email: string;
}

interface SendIdeaOptions {
  readonly form: IdeaForm;
  /** A slug, or `any`. */
  readonly artist: string;
  readonly proof: ProofMaker;
  readonly trap: Trap;
  readonly onSent: () => void;
}

export interface SendIdea {
  readonly send: () => void;
  readonly pending: boolean;
  readonly problem: SendProblem | null;
  readonly sent: SentIdea | null;
  readonly again: () => void;
}

export function useSendIdea({ form, artist, proof, trap, onSent }: SendIdeaOptions): SendIdea {
  const { client } = useApi();
  const { language, words } = useReader();
  const [sent, setSent] = useState<SentIdea | null>(null);
  const sending = useSending<Body, SentInquiry>({
    name: 'idea',
    post: (key, body, extras) => client.inquiry.send.mutate({ ...body, ...extras, key }),
    isDone: () => true,
    proof,
    trap,
  });

  function send(): void {
    // In words rather than as a code: the artist reads it as the client has.
    const size = SIZES.find((one) => one === form.size);
    const body = {
      artist,
      idea: form.idea.trim(),
      placement: form.placement.trim(),
      size: size ? words.idea.sizes[size] : '',
      style: form.style.trim(),
      budget: form.budget.trim(),
      preferredDays: form.days.trim(),
      client: sentClient(form),
      zone: browserZone(),
      language,
      ...(form.images.length > 0 ? { images: form.images.map(({ token }) => token) } : {}),
    };
    void sending.send(body, ({ answer }) => {
      setSent({ token: answer.token, email: body.client.email });
      onSent();
    });
  }

  return { send, pending: sending.pending, problem: sending.problem, sent, again: () => setSent(null) };
}
