import { useCallback, useEffect } from 'react';
import type { OfferedService } from '../api/answers.ts';
import { type Trap, useTrap } from '../controls/honeypot.tsx';
import { type ClientForm, EMPTY_FORM, type SentImage } from '../form/client-form.ts';
import { useKept } from '../form/use-kept.ts';
import { type Uploads, useUploads } from '../images/use-uploads.ts';
import { useProof } from '../proof/use-proof.ts';
import { type Submit, useSubmit } from '../review/use-submit.ts';
import type { BookingState } from './use-booking-state.ts';

/** What is typed and sent of a booking. */
export interface Request {
  readonly service: OfferedService | null;
  readonly form: ClientForm;
  readonly change: (patch: Partial<ClientForm>) => void;
  readonly uploads: Uploads;
  readonly trap: Trap;
  readonly submit: Submit;
}

export function useRequest(state: BookingState): Request {
  const { flow, choose } = state;
  const { form, change } = useKept<ClientForm>('atelier.form', EMPTY_FORM);
  const uploads = useUploads(
    form.images,
    useCallback((images: readonly SentImage[]) => change({ images }), [change]),
  );
  const proof = useProof();
  const trap = useTrap();
  const service = flow.entry?.offers.find((offer) => offer.service.id === flow.serviceId)?.service ?? null;
  const submit = useSubmit({
    state,
    form,
    proof,
    trap,
    questions: service?.questions ?? [],
    onDone() {
      change({ images: [], note: '', answers: {}, alternative: null });
      choose({ service: null, artist: null, date: null, time: null, step: 'done' });
    },
  });
  useEffect(() => {
    if (flow.step === 'details') proof.prepare();
  }, [flow.step, proof]);
  return { service, form, change, uploads, trap, submit };
}
