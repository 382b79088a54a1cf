import { expect, test } from 'vitest';
import { rulesDraft, sentRules } from './rules-draft.ts';

const rules = {
  autoConfirm: false,
  noticeMinutes: 120,
  horizonDays: 90,
  slotInterval: 15,
  dailyLimit: null,
  cutOffMinutes: 1_440,
};

test.each(['en-GB', 'fr-CH'])('rules come out of the form unchanged: %s', (locale) => {
  expect(sentRules(rulesDraft(rules, locale))).toEqual(rules);
  expect(sentRules(rulesDraft({ ...rules, dailyLimit: 3 }, locale))).toMatchObject({ dailyLimit: 3 });
});

test('rules are typed as they are said', () => {
  const typed = {
    ...rulesDraft(rules, 'en-GB'),
    notice: '2 jours',
    horizon: '3 mois',
    interval: '30',
    cutOff: '48h',
  };
  expect(sentRules(typed)).toMatchObject({
    noticeMinutes: 2_880,
    horizonDays: 90,
    slotInterval: 30,
    cutOffMinutes: 2_880,
  });
});

test('a bare horizon counts days', () => {
  expect(sentRules({ ...rulesDraft(rules, 'en-GB'), horizon: '60' })?.horizonDays).toBe(60);
});

test.each([
  ['notice', 'soon'],
  ['horizon', '0'],
  ['interval', '1 min'],
  ['daily', '0'],
  ['daily', 'two'],
  ['cutOff', '-1'],
] as const)('nothing is sent while %s is %s', (field, typed) => {
  expect(sentRules({ ...rulesDraft(rules, 'en-GB'), [field]: typed })).toBeNull();
});
