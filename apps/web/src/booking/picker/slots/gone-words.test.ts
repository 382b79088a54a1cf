import { en } from '@atelier/words/booking/en';
import { fr } from '@atelier/words/booking/fr';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../time/formats.ts';
import { backSentence, goneMark, goneSentence } from './gone-words.ts';
import type { ShownSlot } from './slot-board.ts';

const zone = 'Europe/Zurich';
const at = (time: string) => new Date(`2026-03-12T${time}:00+01:00`);
const HOUR = 3_600_000;
const HELD = { reason: 'HELD', held: { start: at('10:00'), end: at('12:15') } } as const;
const because = (reason: 'BUSY' | 'CLOSED' | 'NOTICE' | 'LIMIT') => ({ reason, held: null });
const gone = (why: ShownSlot['why'], ...times: readonly string[]) =>
  times.map((time) => ({ start: at(time), end: new Date(at(time).getTime() + HOUR), why }));
const say = (all: ReturnType<typeof gone>, words = en, locale = 'en-GB') =>
  goneSentence(all, words, createFormats(locale), zone);

describe('times that have just gone', () => {
  it('I4: ten starts that one hold takes are one sentence, and it is not said that they are taken', () => {
    const ten = gone(
      HELD,
      '09:00',
      '09:15',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '11:45',
      '12:00',
      '12:10',
    );
    expect(say(ten)).toBe('10:00–12:15 is being booked.');
    expect(say(ten, fr, 'fr-CH')).toBe('10:00–12:15 est en cours de réservation.');
    expect(goneMark({ ...ten[0], why: HELD } as never, en)).toBe('being booked');
  });

  it('I4: a day that the studio closes is closed, in one sentence', () => {
    expect(say(gone(because('CLOSED'), '09:00', '09:30', '10:00'))).toBe(
      'These times are not offered any more.',
    );
  });

  it('I4: what time itself takes is taken by nobody, and read to nobody', () => {
    expect(say(gone(because('NOTICE'), '09:00'))).toBeNull();
    expect(goneMark(gone(because('NOTICE'), '09:00')[0] as never, en)).toBe('too soon now');
  });

  it('I4: one booking is one sentence; what was not told is not guessed', () => {
    expect(say(gone(because('BUSY'), '10:00'))).toBe('10:00 was just taken.');
    expect(say(gone(because('BUSY'), '10:00', '10:30'))).toBe(
      '2 times from 10:00 to 11:30 are not free any more.',
    );
    expect(say(gone(null, '10:00'))).toBe('10:00 is not free any more.');
    expect(say(gone(because('LIMIT'), '10:00'))).toBe('10:00 is not free any more.');
    expect(goneMark(gone(null, '10:00')[0] as never, en)).toBe('not free any more');
  });

  it('I4: what comes back is one sentence too', () => {
    const back = (...times: readonly string[]) =>
      backSentence(gone(null, ...times), en, createFormats('en-GB'), zone);
    expect(back('10:00')).toBe('10:00 is free again.');
    expect(back('10:00', '10:30', '11:00')).toBe('3 times from 10:00 to 12:00 are free again.');
    expect(back()).toBeNull();
  });
});
