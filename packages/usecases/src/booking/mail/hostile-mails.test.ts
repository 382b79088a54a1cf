import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../mail/one-line.ts';
import { aStudio } from '../../studio/testing/studio-facts.ts';
import { aBooking } from '../testing/sample-booking.ts';
import { type ArtistMailKind, artistMail } from './artist-mail.ts';
import { calendarFile } from './calendar-file.ts';
import { type ClientMailKind, clientMail } from './client-mail.ts';
import type { MailFacts, MailText } from './mail-facts.ts';

/** Made to become a header, a link or a place of ours, another event, or another direction of reading. */
const HOSTILE = [
  'Nora\r\nBcc: all@evil.example\r\n\r\nWin',
  'x\n{manage}\nhttps://evil.example/booking/T\n{answer}',
  '{manage}',
  '{answer}',
  '<script>hostile(1)</script>',
  '"><img src=x onerror=hostile(1)>',
  '\u202Eneila\u2066\u200F',
  'No\u200Bra\u2060\uFEFF',
  'N'.repeat(300),
  'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTACH:https://evil.example/x',
  'a;b,c\\n:d";X-EVIL=1:mailto:evil@evil.example',
  '\u0000\u0007\u001B[31mred',
  'one\u2028two\u2029three\u0085four',
  '=?utf-8?B?SGk=?=',
  '💥'.repeat(200),
  'half \uD83D',
  'https://evil.example/win',
] as const;
const FIELDS = [
  'clientName',
  'note',
  'serviceName',
  'price',
  'deposit',
  'answer',
  'artist',
  'message',
  'studio',
] as const;
const BREAKS = /[\p{Cc}\u2028\u2029]/u;
const BREAKS_TEXT = /[^\P{Cc}\n]|[\u2028\u2029]/u;
const TURNS = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

type Field = (typeof FIELDS)[number];

function factsWith(words: Partial<Record<Field, string>>): MailFacts {
  const { clientName = 'Nora', note = 'Note', serviceName = 'Small', price = '1', deposit = '2' } = words;
  const { answer = 'None', artist = 'Léa', message = 'Hello', studio = 'Nord' } = words;
  return {
    bookings: [
      aBooking({
        clientName,
        note,
        serviceName,
        price,
        deposit,
        answers: { Allergies: answer },
        expiresAt: new Date('2026-03-11T17:00:00Z'),
      }),
    ],
    artist: { name: artist, slug: 'lea', timeZone: 'Europe/Zurich', cutOffMinutes: 1_440 },
    before: { start: new Date('2026-03-11T09:00:00Z'), end: new Date('2026-03-11T10:00:00Z') },
    message,
    trouble: null,
    now: new Date('2026-03-10T09:00:00Z'),
    studio: aStudio({ name: studio }),
    answered: true,
  };
}

const CLIENT = Object.keys(MAIL_WORDS.en.booking.toClient) as ClientMailKind[];
const ARTIST = Object.keys(MAIL_WORDS.en.booking.toArtist) as ArtistMailKind[];

/** Every notice of a booking, to whom it may go, in both languages. */
function mailsOf(facts: MailFacts): readonly MailText[] {
  return (['en', 'fr'] as const).flatMap((language) => {
    const [first] = facts.bookings;
    const spoken = { ...facts, bookings: [{ ...first, language }] as const };
    return [
      ...CLIENT.map((kind) => clientMail(kind, spoken)),
      ...[true, false].flatMap((own) =>
        ARTIST.map((kind) => artistMail(kind, facts, { name: 'Léa', language, own })),
      ),
    ];
  });
}

const places = ({ body }: MailText) => body.match(/^\{\w+\}$/gm) ?? [];
const harmless = mailsOf(factsWith({}));

describe.each(FIELDS)('mails whose %s is made to do harm', (field) => {
  it.each(HOSTILE)('B10 stay one header, and have the links that they should have: %j', (text) => {
    for (const [index, mail] of mailsOf(factsWith({ [field]: text })).entries()) {
      const subject = oneLine(mail.subject, 150);
      expect(subject).not.toMatch(BREAKS);
      expect(`${subject}\n${mail.body}`).not.toMatch(TURNS);
      expect(mail.body).not.toMatch(BREAKS_TEXT);
      expect(mail.body.isWellFormed()).toBe(true);
      expect(places(mail)).toEqual(places(harmless[index] ?? { subject: '', body: '' }));
      // A line for itself has no address but ours, and what the studio calls itself.
      const alone = mail.body.split('\n').filter((line) => /^\s*https?:\S*evil\S*\s*$/.test(line));
      expect(field === 'studio' ? [] : alone).toEqual([]);
    }
  });

  it.each(HOSTILE)('B14 B10 take along a file of one event that says what it should: %j', (text) => {
    const facts = factsWith({ [field]: text });
    const namesIn = ({ bookings, artist, studio }: MailFacts) => {
      const link = 'https://studio.example.org/booking/T';
      const file = calendarFile({ bookings, artist: artist.name, studio, link, as: 'mail' });
      const calendar = new ICAL.Component(ICAL.parse(file));
      const events = calendar.getAllSubcomponents('vevent');
      expect(file).not.toMatch(TURNS);
      return events.map((event) => event.getAllProperties().map(({ name }) => name));
    };
    expect(namesIn(facts)).toEqual(namesIn(factsWith({})));
  });
});
