import type { SlotReason } from '@atelier/booking/slots/slot-query';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { refusalWords } from '@atelier/words/refusals/refusal-words';

/** Why a time cannot be had, in English, for programs and terminals; pages say it in the reader's language. */
export function unavailableMessage(reason: SlotReason): string {
  return refusalWords('en', codedRefusal('time-unavailable', { reason })).message;
}
