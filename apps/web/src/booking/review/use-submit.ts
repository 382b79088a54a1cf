import { browserZone } from '../../time/zone-name.ts';
import type { Question, SubmitAnswer, SubmitInput } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import type { Trap } from '../controls/honeypot.tsx';
import { keepSent } from '../done/sent-booking.ts';
import type { ClientForm } from '../form/client-form.ts';
import { sentClient } from '../form/sent-client.ts';
import { type SendProblem, useSending } from '../form/use-sending.ts';
import { useReader } from '../language/reader.ts';
import type { ProofMaker } from '../proof/proof-maker.ts';
import type { BookingState } from '../steps/use-booking-state.ts';

/** What does not change between two tries at the same booking. */
type Body = Omit<SubmitInput, 'key' | 'hold' | 'proof' | 'website'>;

export interface Submit {
  readonly send: () => void;
  readonly pending: boolean;
  readonly problem: SendProblem | null;
}

interface SubmitOptions {
  readonly state: BookingState;
  readonly form: ClientForm;
  readonly questions: readonly Question[];
  readonly proof: ProofMaker;
  readonly trap: Trap;
  readonly onDone: () => void;
}

/** Sends the booking; who comes too late keeps everything and hears what is free nearby. */
export function useSubmit({ state, form, questions, proof, trap, onDone }: SubmitOptions): Submit {
  const { client } = useApi();
  const { language } = useReader();
  const { wanted, choices, hold } = state;
  const sending = useSending<Body, SubmitAnswer>({
    name: 'booking',
    post: async (key, body, extras) => {
      const token = await hold.keeper.settledToken();
      return client.booking.submit.mutate({ ...body, ...extras, key, ...(token ? { hold: token } : {}) });
    },
    isDone: ({ kind }) => kind === 'booked',
    proof,
    trap,
  });

  function send(): void {
    if (!wanted || !choices.time) return;
    const body = {
      ...wanted,
      start: choices.time,
      zone: browserZone(),
      language,
      ...sentForm(form, questions),
    };
    void sending.send(body, ({ answer, earlier }) => {
      if (answer.kind === 'taken') return hold.keeper.lost(answer.reason, answer.nearest);
      keepSent({ token: answer.booking.token, email: form.email.trim(), earlier });
      hold.keeper.forget();
      onDone();
    });
  }

  return { send, pending: sending.pending, problem: sending.problem };
}

/** The form as it is sent: what was left out is left out. */
function sentForm(form: ClientForm, questions: readonly Question[]) {
  const answers = Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = form.answers[id]?.trim();
      return answer ? [[id, answer]] : [];
    }),
  );
  const { note, alternative, images } = form;
  return {
    client: sentClient(form),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(alternative ? { alternativeStart: new Date(alternative) } : {}),
    ...(images.length > 0 ? { images: images.map(({ token }) => token) } : {}),
  };
}
