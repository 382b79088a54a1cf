import type { Formats } from '../time/formats.ts';
import type { Dictionary } from '../words/en.ts';
import { fill } from '../words/words.ts';
import type { HoldState } from './hold-state.ts';

/** Why a time cannot be had, in words. */
export function takenText(
  { start, reason }: Extract<HoldState, { kind: 'taken' }>,
  { hold }: Dictionary,
  formats: Formats,
  zone: string,
): string {
  const reasons: Readonly<Record<string, string>> = hold.reasons;
  return fill(reasons[reason ?? ''] ?? hold.taken, { time: formats.time(start, zone) });
}
