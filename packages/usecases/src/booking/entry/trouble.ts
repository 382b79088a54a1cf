import type { Trouble } from '@atelier/database/booking/booking-store';
import type { CodedRefusal } from '@atelier/words/refusals/coded-refusal';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { isRefusalCode, refusalWords } from '@atelier/words/refusals/refusal-words';
import type { Refusal } from '../../outcome.ts';

/** Why a person has to look; the sentence in English, and the code for whoever says it in another language. */
export interface SeenTrouble extends CodedRefusal {
  readonly message: string;
}

export function seenTrouble(trouble: Trouble): SeenTrouble {
  const coded = readTrouble(trouble);
  return { ...coded, message: refusalWords('en', coded).message };
}

/** Kept by a version that may have known other codes. */
export function readTrouble({ code, given }: Trouble): CodedRefusal {
  return isRefusalCode(code) ? { code, given } : codedRefusal('entry-unknown');
}

/** What a step was refused for, kept for whoever has to look. */
export function troubleOf({ code, given = null }: Refusal): Trouble {
  return code === undefined ? codedRefusal('entry-unknown') : { code, given };
}
