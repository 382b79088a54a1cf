import { unfitBase } from '@atelier/calendar/edit/unfit-base';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

/** Whether a text may become the base of a change; what is deleted whole is not written back. */
export function fitToChange(
  source: string,
  calendar: { readonly ownedByOther: boolean },
  { deletes = false }: { readonly deletes?: boolean } = {},
): Outcome<null> {
  const reason = unfitBase(source, calendar);
  if (reason === null || (deletes && reason !== 'masked')) return done(null);
  return refusedFor('forbidden', reason === 'masked' ? 'event-masked' : 'event-damaged');
}
