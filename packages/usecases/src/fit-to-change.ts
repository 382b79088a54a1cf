import { type UnfitBase, unfitBase } from '@atelier/calendar/edit/unfit-base';
import { done, type Outcome, refused } from './outcome.ts';

/** Why an event stays as it is here, for people. */
const REASONS: Readonly<Record<UnfitBase, { readonly message: string; readonly hint: string }>> = {
  masked: {
    message:
      'This event is confidential to the owner of the calendar. Only a part of it is shown here, and the rest would be lost; nothing was changed.',
    hint: 'Ask its owner to change it.',
  },
  'wrong-bytes': {
    message:
      'Some letters of this event are damaged, and saving it would damage it for everybody; nothing was changed.',
    hint: 'Change it with the app that made it, or delete it.',
  },
};

/** Whether a text may become the base of a change; what is deleted whole is not written back. */
export function fitToChange(
  source: string,
  calendar: { readonly ownedByOther: boolean },
  { deletes = false }: { readonly deletes?: boolean } = {},
): Outcome<null> {
  const reason = unfitBase(source, calendar);
  if (reason === null || (deletes && reason !== 'masked')) return done(null);
  const { message, hint } = REASONS[reason];
  return refused('forbidden', message, hint);
}
