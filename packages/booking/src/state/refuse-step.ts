import type { BookingState } from '../booking-state.ts';

export type StepRefusal =
  | 'not-allowed' // not theirs to do
  | 'not-confirmed' // not yet: it is still a request
  | 'confirmed' // no longer: it was confirmed meanwhile
  | 'over' // no longer: it has come to its end
  | 'too-late' // behind the cut-off
  | 'too-early' // the appointment has not begun
  | 'bad-time'; // ends before it starts

const ENDS: { readonly [State in BookingState]?: string } = {
  DECLINED: 'This request was declined.',
  EXPIRED: 'This request was not answered in time and has expired.',
  WITHDRAWN: 'This request was withdrawn by the client.',
  CANCELLED: 'This booking was cancelled.',
  COMPLETED: 'This appointment has taken place.',
  NO_SHOW: 'This appointment is noted as missed.',
};

const SENTENCES: { readonly [Refusal in StepRefusal]: string } = {
  'not-allowed': 'You cannot do this with the booking. Nothing was changed.',
  'not-confirmed':
    'This request has not been confirmed yet. Nothing was changed; confirm or decline it first.',
  confirmed: 'This booking has been confirmed meanwhile and stands. It can be cancelled instead.',
  over: 'Nothing was changed; make a new booking instead.',
  'too-late': 'It is too late to change this booking online, and it stands. Please call the studio.',
  'too-early': 'This appointment has not begun yet. Nothing was changed; note the outcome once it has.',
  'bad-time': 'The end must lie after the start. The booking stays where it was.',
};

export function refuseStep(refusal: StepRefusal, state: BookingState) {
  const end = refusal === 'over' ? ENDS[state] : undefined;
  const message = end === undefined ? SENTENCES[refusal] : `${end} ${SENTENCES[refusal]}`;
  return { ok: false, refusal, message } as const;
}
