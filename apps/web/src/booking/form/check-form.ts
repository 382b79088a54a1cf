import type { Question } from '../api/answers.ts';
import type { ClientForm } from './client-form.ts';

/** What is wrong with a field; the words are the page's. */
export type FieldProblem = 'required' | 'email' | 'phone' | 'tooLong';

export interface FieldError {
  /** Id of its control. */
  readonly field: string;
  readonly problem: FieldProblem;
}

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;
const PHONE = /^[+()\d\s./-]{4,}$/;
export const LONGEST = { name: 120, email: 254, phone: 40, text: 4_000, line: 300, answer: 1_000 } as const;

export const answerField = (questionId: string): string => `answer-${questionId}`;

/** The rules of the server, told before anything is sent. In the order of the page. */
export function checkClient({
  name,
  email,
  phone,
}: Pick<ClientForm, 'name' | 'email' | 'phone'>): FieldError[] {
  return [
    check('name', name, { required: true, longest: LONGEST.name }),
    check('email', email, { required: true, longest: LONGEST.email, like: EMAIL, problem: 'email' }),
    check('phone', phone, { longest: LONGEST.phone, like: PHONE, problem: 'phone' }),
  ].flat();
}

export function checkForm(form: ClientForm, questions: readonly Question[]): FieldError[] {
  return [
    ...checkClient(form),
    ...check('note', form.note, { longest: LONGEST.text }),
    ...questions.flatMap(({ id, required }) =>
      check(answerField(id), form.answers[id] ?? '', { required, longest: LONGEST.answer }),
    ),
  ];
}

interface Rule {
  readonly required?: boolean;
  readonly longest: number;
  readonly like?: RegExp;
  readonly problem?: FieldProblem;
}

export function check(
  field: string,
  text: string,
  { required = false, longest, like, problem = 'required' }: Rule,
): FieldError[] {
  const value = text.trim();
  if (value === '') return required ? [{ field, problem: 'required' }] : [];
  if (value.length > longest) return [{ field, problem: 'tooLong' }];
  return like && !like.test(value) ? [{ field, problem }] : [];
}
