import type { BookingWords } from '@atelier/words/booking/en';
import type { Formats } from '../../time/formats.ts';
import type { HoldState } from './hold-state.ts';

/** Why a time cannot be had, in words. */
export function takenText(
  { start, reason }: Extract<HoldState, { kind: 'taken' }>,
  { hold }: BookingWords,
  formats: Formats,
  zone: string,
): string {
  const say = reason === null ? hold.taken : hold.reasons[reason];
  return say({ time: formats.time(start, zone) });
}
