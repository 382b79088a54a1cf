import type { BookingWords } from '@atelier/words/booking/en';
import type { FieldError } from './check-form.ts';

/** What is wrong with a field, in words that fit it. */
export function errorWords({ field, problem }: FieldError, { details }: BookingWords): string {
  const { errors } = details;
  if (problem !== 'required') return errors[problem];
  if (field === 'name') return errors.name;
  if (field === 'email') return errors.needEmail;
  return field === 'idea' ? errors.idea : errors.required;
}
