import type { ServiceQuestion } from '@atelier/database/booking/service-store';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readLine } from '../../typed-text.ts';

export interface TypedQuestion {
  /** Left out for a new one; answers are kept under it. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly required?: boolean | undefined;
}

const MOST = 10;

/** What a client is asked with the booking of a service. */
export function readQuestions(
  newId: () => string,
  typed: readonly TypedQuestion[],
): Outcome<readonly ServiceQuestion[]> {
  if (typed.length > MOST) return refusedFor('invalid', 'questions-many', { most: MOST });
  const questions: ServiceQuestion[] = [];
  for (const { id = newId(), label, required = false } of typed) {
    const line = readLine(label, { field: 'question', most: 200, needed: true });
    if (!line.ok) return line;
    if (!/^[\w-]{1,64}$/.test(id) || questions.some((question) => question.id === id))
      return refusedFor('invalid', 'question-id');
    questions.push({ id, label: line.value, required });
  }
  return done(questions);
}
