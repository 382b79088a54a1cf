import { useEffect } from 'react';
import { checkForm } from '../form/check-form.ts';
import type { BookingState } from './use-booking-state.ts';
import type { Request } from './use-request.ts';

/** An address may say more than there is: the page goes back to what there is. */
export function useOwnPlace({ flow, choices, choose }: BookingState, { form, service }: Request): void {
  const { step } = flow;
  // Nothing is reviewed that could not be sent, as after a tab was closed and its address opened again.
  const isUnfinished = step === 'review' && service !== null && checkForm(form, service.questions).length > 0;
  useEffect(() => {
    if (isUnfinished) choose({ step: 'details' });
  }, [isUnfinished, choose]);

  const isAhead = choices.step !== null && step !== choices.step;
  useEffect(() => {
    if (isAhead || choices.step === 'done') choose({ step: null });
  }, [isAhead, choices.step, choose]);
}
