import { en } from '@atelier/words/studio/en';
import { fr } from '@atelier/words/studio/fr';
import { describe, expect, test } from 'vitest';
import { createFormats } from '../../time/formats.ts';
import { ruleInZone } from './read-rule.ts';
import { ruleWords } from './rule-words.ts';

const british = createFormats('en-GB');
const swiss = createFormats('fr-CH');

describe('a common rule has words', () => {
  test.each([
    ['FREQ=DAILY', 'Every day', 'Tous les jours'],
    ['FREQ=DAILY;INTERVAL=3', 'Every 3 days', 'Tous les 3 jours'],
    ['FREQ=WEEKLY', 'Every week', 'Toutes les semaines'],
    [
      'FREQ=WEEKLY;BYDAY=FR,TU',
      'Every week on Tuesday and Friday',
      'Toutes les semaines le mardi et le vendredi',
    ],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday', 'Du lundi au vendredi'],
    [
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=MO',
      'Every 2 weeks on Wednesday',
      'Toutes les 2 semaines le mercredi',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month on day 15', 'Tous les mois le 15'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day', 'Tous les mois le dernier jour'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the second Tuesday', 'Tous les mois le deuxième mardi'],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1',
      'Every month on the last Friday',
      'Tous les mois le dernier vendredi',
    ],
    ['FREQ=YEARLY', 'Every year', 'Tous les ans'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=29', 'Every year', 'Tous les ans'],
    ['FREQ=DAILY;COUNT=5', 'Every day, 5 times', 'Tous les jours, 5 fois'],
    [
      'FREQ=DAILY;UNTIL=20261224T225959Z',
      'Every day, until 24 Dec 2026',
      'Tous les jours, jusqu’au 24 déc. 2026',
    ],
  ])('%s', (rule, english, french) => {
    expect([ruleWords(rule, en, british), ruleWords(rule, fr, swiss)]).toEqual([english, french]);
  });
});

describe('a rule that says more than the words would is called custom', () => {
  test.each([
    'FREQ=MONTHLY;BYDAY=1MO,3FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYMONTHDAY=-5',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=DAILY;BYMONTH=1',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYHOUR=9,14',
    'nonsense',
    '',
  ])('%s', (rule) => {
    expect(ruleWords(rule, en, british)).toBe('By a custom rule');
  });
});

test('I5 the last day of a series is that of its own zone, not that of UTC', () => {
  const rule = ruleInZone('FREQ=WEEKLY;UNTIL=20270303T010000Z;BYDAY=TU', 'America/New_York');
  expect(rule).toBe('FREQ=WEEKLY;UNTIL=20270302;BYDAY=TU');
  expect(ruleInZone('FREQ=DAILY;UNTIL=20261224T225959Z', 'Europe/Zurich')).toBe('FREQ=DAILY;UNTIL=20261224');
  expect(ruleInZone('FREQ=DAILY;UNTIL=20261224T235959', 'Asia/Tokyo')).toContain('20261224T235959');
});
