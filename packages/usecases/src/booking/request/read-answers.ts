import type { ServiceQuestion } from '@atelier/database/booking/service-store';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readNote } from './client-details.ts';

/** Characters. */
const LONGEST_ANSWER = 1_000;

/**
 * What a client answers to the questions of a service, by the question as they read it: it stays true when the question
 * is put differently later.
 * @param given by id of the question.
 * @param allNeeded whether what is required must be there; at the front desk it need not.
 */
export function readAnswers(
  questions: readonly ServiceQuestion[],
  given: Readonly<Record<string, string>> | undefined,
  allNeeded: boolean,
): Outcome<Readonly<Record<string, string>>> {
  const typed = new Map(Object.entries(given ?? {}));
  const unknown = [...typed.keys()].some((id) => !questions.some((question) => question.id === id));
  if (unknown) return refusedFor('invalid', 'questions-changed');
  const answers = new Map<string, string>();
  for (const { id, label, required } of questions) {
    const answer = readNote(typed.get(id));
    if (!answer.ok) return answer;
    if (answer.value === null && required && allNeeded)
      return refusedFor('invalid', 'answer-missing', { question: label });
    if ((answer.value?.length ?? 0) > LONGEST_ANSWER)
      return refusedFor('invalid', 'answer-long', { question: label, most: LONGEST_ANSWER });
    if (answer.value !== null) answers.set(unused(label, answers), answer.value);
  }
  return done(Object.fromEntries(answers));
}

/** Two questions may be put alike. */
function unused(label: string, answers: ReadonlyMap<string, string>): string {
  let name = label;
  for (let n = 2; answers.has(name); n += 1) name = `${label} (${n})`;
  return name;
}
