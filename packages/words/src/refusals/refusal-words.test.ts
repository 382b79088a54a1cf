import { describe, expect, it } from 'vitest';
import { waitIn } from '../spoken.ts';
import { type CodedRefusal, codedRefusal } from './coded-refusal.ts';
import { REFUSALS_EN } from './en.ts';
import { isRefusalCode, refusalWords } from './refusal-words.ts';

const GIVEN = {
  reason: 'BUSY',
  state: 'DECLINED',
  days: 90,
  most: 40,
  least: 10,
  question: 'Allergies?',
  field: 'deposit',
  seconds: 2_500,
  name: 'Léa',
  artist: 'Léa',
  provider: 'Microsoft',
  other: 'bob@studio.test',
  slug: 'lea',
  id: '0195',
  count: 3,
  number: 2,
  more: 2,
  taken: [{ at: '2026-03-12T09:00:00Z', reason: 'BUSY' }],
  kind: 'timeout',
  message: 'The server did not answer.',
  hint: 'It is tried again.',
  from: '2026-03-12T09:00:00Z',
  to: '2026-03-12T10:00:00Z',
  zone: 'Europe/Zurich',
  text: 'half past',
  method: 'PUT',
  dates: ['2026-03-29'],
  address: 'info@studio.example',
  host: 'mail.studio.example',
  fingerprint: 'AB:CD',
  subject: 'CN=mail.studio.example',
  issuer: 'CN=mail.studio.example',
  validTo: 'Dec 30 2026',
  role: 'archive',
  sender: 'evil@x.test',
  organizer: 'Max',
  imap: 'imap.x.example:993',
  smtp: 'smtp.x.example:465',
  port: 993,
  trouble: 'web',
};
/** Where the same name means something else. */
const OTHERWISE: Readonly<Record<string, object>> = {
  'number-out': { field: 'notice' },
  'event-unreadable': { reason: 'It has no start.' },
  'event-beyond-provider': { provider: 'Microsoft', gap: 'frequency' },
};
const CODES = Object.keys(REFUSALS_EN).filter(isRefusalCode);

describe('refusals', () => {
  it.each(CODES)('I4: %s is whole in English and in French, and not the same', (code) => {
    const coded: CodedRefusal = { code, given: { ...GIVEN, ...OTHERWISE[code] } };
    const [english, french] = [refusalWords('en', coded), refusalWords('fr', coded)];
    for (const { message, hint } of [english, french]) {
      expect(`${message} ${hint ?? ''}`).not.toMatch(/undefined|NaN|\{|\[object/);
      expect(message).toMatch(/\.$/);
    }
    expect(french.message).not.toBe(english.message);
    expect(`${french.message} ${french.hint ?? ''}`).not.toMatch(/ [?!:;]/);
    expect(french.hint === undefined).toBe(english.hint === undefined);
  });

  it('I4: a wait is said as long as it is, never shorter', () => {
    const said = (seconds: number) => waitIn('en', seconds);
    expect([1, 59, 89].map(said)).toEqual(['1 second', '59 seconds', '89 seconds']);
    expect([90, 120, 121].map(said)).toEqual(['2 minutes', '2 minutes', '3 minutes']);
    expect([2_500, 5_399, 5_400].map(said)).toEqual(['42 minutes', '90 minutes', '2 hours']);
    expect(waitIn('fr', 2_500)).toBe('42 minutes');
  });

  it('I4: a time that is in the way is told on the clock of the studio', () => {
    const overlap = codedRefusal('overlap', {
      from: '2026-03-12T09:00:00Z',
      to: '2026-03-12T10:00:00Z',
      zone: 'Europe/Zurich',
    });
    expect(refusalWords('en', overlap).message).toContain('Thursday 12 March, 10:00–11:00');
    expect(refusalWords('fr', overlap).message).toContain('jeudi 12 mars, 10:00–11:00');
  });
});
