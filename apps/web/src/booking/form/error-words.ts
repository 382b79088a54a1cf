import type { Dictionary } from '../words/en.ts';
import type { FieldError } from './check-form.ts';

/** What is wrong with a field, in words that fit it. */
export function errorWords({ field, problem }: FieldError, { details }: Dictionary): string {
  const { errors } = details;
  if (problem !== 'required') return errors[problem];
  if (field === 'name') return errors.name;
  if (field === 'email') return errors.needEmail;
  return field === 'idea' ? errors.idea : errors.required;
}
