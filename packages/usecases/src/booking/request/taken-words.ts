import type { SlotReason } from '@atelier/booking/slot-query';
import { codedRefusal, refusalWords } from '@atelier/words/refusal-words';

/** Why a time cannot be had, in English, for programs and terminals; pages say it in the reader's language. */
export function takenWords(reason: SlotReason): string {
  return refusalWords('en', codedRefusal('time-unavailable', { reason })).message;
}
