import { en } from '@atelier/words/studio/en';
import { fr } from '@atelier/words/studio/fr';
import { describe, expect, test } from 'vitest';
import { createFormats } from '../../time/formats.ts';
import { fieldWords } from './field-words.ts';

const english = { words: en, formats: createFormats('en-GB'), zone: 'Europe/Zurich' };
const french = { words: fr, formats: createFormats('fr-CH'), zone: 'Europe/Zurich' };
const time = (text: string) => fieldWords('time', text, english);

describe('I4 what a version says, in words', () => {
  test.each([
    [
      '2026-03-12T10:00:00[Europe/Zurich]/2026-03-12T11:00:00[Europe/Zurich]',
      'Thu 12 Mar,\u00a010:00 – 11:00',
    ],
    ['2026-03-12T09:00:00Z/PT90M', 'Thu 12 Mar,\u00a010:00 – 11:30'],
    [
      '2026-03-12T22:00:00[Europe/Zurich]/2026-03-13T01:00:00[Europe/Zurich]',
      'Thu 12 Mar,\u00a022:00 – Fri 13 Mar,\u00a001:00',
    ],
    ['2026-03-12T09:00:00[America/New_York]', 'Thu 12 Mar,\u00a014:00'],
    ['2026-03-12T10:00:00', 'Thu 12 Mar,\u00a010:00'],
    ['2026-03-12/2026-03-13', 'Thu 12 Mar'],
    ['2026-03-12/2026-03-14', 'Thu 12 Mar – Fri 13 Mar'],
  ])('I4: %s', (text, said) => {
    expect(time(text)).toEqual([said]);
  });

  test('I4: a zone that nobody knows, and a rule that has no words, are shown as they stand', () => {
    expect(time('2026-03-12T10:00:00[Customer/Zone]')).toEqual(['2026-03-12T10:00:00[Customer/Zone]']);
    expect(time('FREQ=SECONDLY')).toEqual([en.rule.custom]);
  });

  test('I4: repetition, and dates taken out of it', () => {
    expect(time('2026-03-12T10:00:00Z\nFREQ=WEEKLY;BYDAY=TH\nEXDATE: 2026-03-19T10:00:00Z')).toEqual([
      'Thu 12 Mar,\u00a011:00',
      'Every week on Thursday',
      'Without Thu 19 Mar,\u00a011:00',
    ]);
  });

  test('I4: status, people and reminders', () => {
    expect(fieldWords('status', 'CONFIRMED\nTRANSPARENT', french)).toEqual([
      'Confirmé',
      'Ne bloque pas l’heure',
    ]);
    expect(fieldWords('people', 'Ann <a@b.c> ACCEPTED\nORGANIZER: Bo <b@b.c>', english)).toEqual([
      'Ann <a@b.c>, comes',
      'Organised by Bo <b@b.c>',
    ]);
    expect(fieldWords('rest', 'VALARM: -PT15M DISPLAY\nX-A: 1', english)).toEqual([
      'Reminder 15 mins before',
      'X-A: 1',
    ]);
  });
});
