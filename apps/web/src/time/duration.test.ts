import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, durationText, HOUR, parseDuration } from './duration.ts';

test.each([
  ['2 h', 2 * HOUR],
  ['2h', 2 * HOUR],
  ['1h30', 90],
  ['1 h 30 min', 90],
  ['1:30', 90],
  ['1.5 hours', 90],
  ['90', 90],
  ['90 min', 90],
  ['1 hour and 15 minutes', 75],
  ['3 days', 3 * DAY],
  ['1 week', 7 * DAY],
  ['2 days 4 h', 2 * DAY + 4 * HOUR],
  ['none', 0],
  ['0', 0],
])('a length in English: %s', (typed, minutes) => expect(parseDuration(typed)).toBe(minutes));

test.each([
  ['1,5 heure', 90],
  ['2 heures', 2 * HOUR],
  ['1 heure et 15 minutes', 75],
  ['3 jours', 3 * DAY],
  ['1 j', DAY],
  ['2 semaines', 14 * DAY],
  ['3 mois', 90 * DAY],
  ['aucun', 0],
])('a length in French: %s', (typed, minutes) => expect(parseDuration(typed)).toBe(minutes));

test.each(['', 'soon', '-5', '2 fortnights', '3 days 5', '30 min 2 h', '1h30h', 'h'])(
  'what is no length is not guessed: %s',
  (typed) => expect(parseDuration(typed)).toBeNull(),
);

test('a bare number counts in the unit of its field', () => {
  expect(parseDuration('90', DAY)).toBe(90 * DAY);
  expect(parseDuration('90 min', DAY)).toBe(90);
});

test.each(['en-GB', 'en-US', 'fr-FR', 'fr-CH'])('what is written is read back the same: %s', (locale) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 * DAY }),
      fc.constantFrom('long', 'narrow'),
      (minutes, style) => {
        expect(parseDuration(durationText(minutes, locale, style))).toBe(minutes);
      },
    ),
  );
});
