import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { letterSentence, readLetter } from './read-letter.ts';
import { readSentence } from './read-sentence.ts';
import type { QuickLanguage } from './sentence.ts';

const now = Temporal.ZonedDateTime.from('2026-12-02T10:00[Europe/Zurich]');
const read = (subject: string, text: string, language: QuickLanguage = 'en') =>
  readLetter({ subject, text }, { language, now });

describe('M10 an event out of a mail', () => {
  it.each<[string, string, string | null, string | null]>([
    ['Session tomorrow at 2pm', '', '2026-12-03T14:00', '2026-12-03T15:00'],
    [
      'Re: Fwd: Rose',
      'Hello,\nCould we meet on Friday from 10 to 12?\nMax',
      '2026-12-04T10:00',
      '2026-12-04T12:00',
    ],
    ['Rose', 'Bonjour,\nEst-ce que vendredi à 14h vous irait ?', '2026-12-04T14:00', '2026-12-04T15:00'],
    [
      'Rose',
      'I am away on 12 December. Does 18 December at 9:30 suit you?',
      '2026-12-18T09:30',
      '2026-12-18T10:30',
    ],
    ['Convention', 'It is on 12 December.', '2026-12-12', '2026-12-13'],
    ['Rose', 'Thank you for yesterday!', null, null],
    ['Rose', 'Fine.\n> Friday at 10?\n-- \nOpen Monday 9:00', null, null],
    ['', '', null, null],
  ])('M10 %s | %s', (subject, text, start, end) => {
    const { when } = read(subject, text);
    expect(when && [when.start, when.end]).toEqual(start === null ? null : [start, end]);
  });

  it('M10 is called as the mail, without what answering puts in front', () => {
    expect(read('RE: Fwd: TR: Rose on the shoulder', '').title).toBe('Rose on the shoulder');
  });

  it.each<QuickLanguage>(['en', 'fr'])('M10 is read again as it was found, in %s', (language) => {
    for (const text of ['Friday from 10 to 12', 'vendredi à 14h', '12 December 2026']) {
      const found = read('Rose', text, language);
      const again = readSentence(letterSentence(found, language), { language, now });
      expect(again).toMatchObject({ title: 'Rose', ...found.when });
    }
  });
});
