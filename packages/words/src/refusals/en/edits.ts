import { says } from '../../sentence.ts';
import type { Told } from '../../words.ts';
import { GAPS } from '../gaps/en.ts';
import type { Most, ProviderGap } from '../given.ts';

const KEPT = 'It was left as it is; change it in the program that made it.';

/** Why an event cannot be changed like that. */
export const edits = {
  'edit-not-one-entry': () => says('This is not one calendar entry.', KEPT),
  'edit-incomplete': () => says('The text of this event is not complete.', KEPT),
  'edit-without-event': () => says('There is no event in this calendar entry.', KEPT),
  'edit-without-start': () => says('This event does not say when it starts.', KEPT),
  'edit-parts-alike': () => says('The parts of this event cannot be told apart.', KEPT),
  'edit-several-events': () => says('Several different events stand in one calendar entry here.', KEPT),
  'edit-shared-identity': () => says('Two events share one identity here.', KEPT),
  'edit-date-unreadable': () => says('A date of this series cannot be read.', KEPT),
  'edit-rule-unreadable': () => says('The rule of this series cannot be read.', KEPT),
  'edit-rule-complex': () => says('The rule of this series is too complex.', KEPT),
  'edit-rule-unsplittable': () => says('This series has a rule that cannot be split.', KEPT),
  'edit-too-many-exceptions': () => says('This series has too many exceptions.', KEPT),
  'edit-part-moved': () =>
    says('Part of this series was moved in a way that cannot be changed together with the rest.', KEPT),
  'edit-later-moved': () =>
    says('All later occurrences were moved together with this one, so it cannot be changed alone.', KEPT),
  'edit-split-moved': () =>
    says('Part of this series was already moved by another program, so it cannot be split.', KEPT),
  'edit-not-of-rule': () =>
    says('This occurrence is not part of the rule, so the series cannot be split here.', KEPT),
  'edit-series-elsewhere': () => says('The series that this occurrence belongs to is not here.', KEPT),
  'edit-occurrence-not-found': () => says('This occurrence cannot be found in the text.', KEPT),
  'edit-no-occurrence': () =>
    says(
      'This occurrence is no longer part of the series.',
      'Look at the calendar again before you change it.',
    ),
  'edit-unknown-zone': ({ zone }: Told<'zone'>) => says(`There is no time zone “${zone}”.`),
  'edit-not-a-time': ({ text }: Told<'text'>) => says(`“${text}” is no date or time.`),
  'edit-kinds-mixed': () => says('Start and end must both be days, or both be times.'),
  'edit-end-first': () => says('An event cannot end before it starts.'),
  'edit-end-missing': () => says('Say also when this event ends.'),
  'edit-clocks-skip': () =>
    says('The clocks are put forward at that time, so it does not exist.', 'Choose one before or after it.'),
  'edit-rule-none': () => says('This is no rule for repeating an event.'),
  'edit-rule-every-second': () => says('An event cannot repeat every second.'),
  'edit-rule-within-day': () => says('An all-day event cannot repeat within a day.'),
  'edit-rule-two-ends': () => says('A rule ends after a number of times or at a date, not both.'),
  'edit-rule-too-often': () => says('This rule repeats the event too often.'),
  'edit-rule-misfit': () => says('The rule of this series does not fit its new time.'),
  'edit-rule-of-one': () => says('One occurrence cannot have a rule of its own.'),
  'edit-nothing-left': () => says('Nothing would be left of this series.', 'Delete it instead.'),
  'edit-identity-missing': () => says('An event needs an identity.'),
  'edit-text-long': ({ most }: Most) => says(`This text is too long: at most ${most} characters.`),
  'edit-control-characters': () =>
    says('This text has control characters in it that a calendar cannot keep.'),
  'edit-not-web-address': () => says('This is not a web address. It begins with https:// and has no spaces.'),
  'event-beyond-provider': ({ provider, gap }: Told<'provider'> & { readonly gap: ProviderGap }) => {
    const [what, instead] = GAPS[gap];
    return says(`${provider} cannot keep this event, so nothing was saved. ${what}`, instead);
  },
};
