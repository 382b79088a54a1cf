import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { describe, expect, it } from 'vitest';
import { aStudio } from '../../studio/testing/studio-facts.ts';
import { aBooking } from '../testing/sample-booking.ts';
import { type ArtistMailKind, artistMail } from './artist-mail.ts';
import { type ClientMailKind, clientMail } from './client-mail.ts';
import type { MailFacts } from './mail-facts.ts';

const facts = (booking: Parameters<typeof aBooking>[0] = {}, more: Partial<MailFacts> = {}): MailFacts => ({
  bookings: [aBooking(booking)],
  artist: { name: 'Léa', slug: 'lea', timeZone: 'Europe/Zurich', cutOffMinutes: 1_440 },
  before: null,
  message: null,
  trouble: null,
  now: new Date('2026-03-10T09:00:00Z'),
  studio: aStudio(),
  answered: true,
  ...more,
});
const span = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});
const CLIENT = Object.keys(MAIL_WORDS.en.booking.toClient) as ClientMailKind[];
const ARTIST = Object.keys(MAIL_WORDS.en.booking.toArtist) as ArtistMailKind[];

describe('mails as people read them', () => {
  it('a request received', () => {
    const booking = {
      state: 'REQUESTED',
      price: '120 CHF',
      deposit: '50 CHF',
      expiresAt: new Date('2026-03-11T17:00:00Z'),
      clientZone: 'America/New_York',
    } as const;
    expect(clientMail('received', facts(booking)).body).toMatchInlineSnapshot(`
      "Hello Nora,

      Thank you. Your request has reached Léa. The time is kept for you, but it is not confirmed yet.

        Small with Léa
        Thursday, 12 March 2026, 10:00–11:00 (Central European Standard Time)
        On your clock: Thursday, 12 March 2026, 05:00–06:00 (Eastern Daylight Time)
        Price: 120 CHF
        Deposit: 50 CHF

      Léa answers by Wednesday, 11 March 2026, 18:00 (Central European Standard Time) at the latest, and you will get a mail either way. Without an answer the time becomes free again.

      See, move or cancel it:
      {manage}

      Was this not you? You can withdraw it with the link above.

      Studio Nord, Rue du Lac 1, 1201 Genève
      Telephone: +41 22 555 01 02
      "
    `);
  });

  it('a confirmation, in French', () => {
    const { subject, body } = clientMail('confirmed', facts({ language: 'fr', price: '120 CHF' }));
    expect(`${subject}\n\n${body}`).toMatchInlineSnapshot(`
      "Confirmé : Small, jeu. 12 mars 2026, 10:00

      Bonjour Nora,

      Votre rendez-vous est confirmé. Léa se réjouit de vous accueillir.

        Small avec Léa
        jeudi 12 mars 2026, 10:00–11:00 (heure normale d’Europe centrale)
        Prix : 120 CHF

      Vous pouvez le déplacer ou l’annuler vous-même jusqu’au mercredi 11 mars 2026, 10:00 (heure normale d’Europe centrale). Après cela, merci d’appeler le studio (+41 22 555 01 02).

      Le voir, le déplacer ou l’annuler :
      {manage}

      Le fichier joint l’inscrit dans votre agenda, ou l’y met à jour.

      Studio Nord, Rue du Lac 1, 1201 Genève
      Téléphone : +41 22 555 01 02
      "
    `);
  });

  it('a request, to the artist, in French', () => {
    const booking = {
      state: 'REQUESTED',
      note: 'A heron,\nflying.',
      answers: { 'Any allergies?': 'None' },
      clientPhone: '+41 79 555 00 00',
      expiresAt: new Date('2026-03-11T17:00:00Z'),
      unverified: true,
    } as const;
    const { subject, body } = artistMail('requested', facts(booking), {
      name: 'Léa',
      language: 'fr',
      own: true,
    });
    expect(`${subject}\n\n${body}`).toMatchInlineSnapshot(`
      "Demande : Nora, Small, jeu. 12 mars 2026, 10:00

      Bonjour Léa,

      Nora demande un rendez-vous.

      À vérifier d’abord : votre agenda n’était pas joignable à ce moment-là, l’horaire y est peut-être déjà pris.

        Small avec Léa
        jeudi 12 mars 2026, 10:00–11:00 (heure normale d’Europe centrale)
        E-mail : nora@example.org
        Téléphone : +41 79 555 00 00

      Son message :
      > A heron,
      > flying.
      > Any allergies?: None

      Confirmer ou refuser :
      {answer}

      Sans réponse, elle expire le mercredi 11 mars 2026, 18:00 (heure normale d’Europe centrale). Vous pouvez aussi répondre dans votre agenda : enlevez « REQUEST: » du titre pour confirmer, déplacez l’événement, ou supprimez-le pour refuser.
      "
    `);
  });
});

describe('how the studio is reached', () => {
  const late = { now: new Date('2026-03-12T08:00:00Z') };
  const KINDS = ['confirmed', 'movedByArtist', 'movedByClient', 'reminder'] as const;
  const nothing = { studio: aStudio({ phone: null, sender: null }), answered: false };
  const mail = { studio: aStudio({ phone: null }), answered: true };

  it.each(KINDS)(
    'I4: %s before the cut-off says until when, and how the studio is reached after it',
    (kind) => {
      const body = (more: Partial<MailFacts>, language = 'en') =>
        clientMail(kind, facts({ language }, more)).body;
      expect(body({})).toContain('After that, please call the studio (+41 22 555 01 02).');
      expect(body(mail)).toContain('After that, please answer this mail.');
      expect(body(nothing)).toContain('After that, it stands.');
      expect(body(mail, 'fr')).toContain('Après cela, merci de répondre à ce message.');
      expect(body(nothing, 'fr')).toContain('Après cela, il est maintenu.');
    },
  );

  it.each(KINDS)('I4: %s after the cut-off promises nothing that the link cannot do', (kind) => {
    const body = (more: Partial<MailFacts>) => clientMail(kind, facts({}, { ...late, ...more })).body;
    for (const more of [{}, mail, nothing]) {
      expect(body(more)).toContain('See it:\n{manage}');
      expect(body(more)).not.toMatch(/move or cancel|another time or cancel/);
    }
    expect(body({})).toContain('If anything comes up, please call the studio (+41 22 555 01 02).');
    expect(body(mail)).toContain('If anything comes up, please answer this mail.');
    expect(body(nothing)).not.toMatch(/anything comes up|call/);
  });

  it('I4: nobody promises that the studio writes about a deposit', () => {
    const body = (more: Partial<MailFacts>) =>
      clientMail('cancelledByArtist', facts({ state: 'CANCELLED', deposit: '50' }, more)).body;
    expect(body({})).toContain(
      'If you have paid a deposit, please call the studio (+41 22 555 01 02) about it.',
    );
    expect(body(mail)).toContain('If you have paid a deposit, please answer this mail about it.');
    expect(body(nothing)).not.toContain('deposit, ');
  });

  it('I4: a mail whose answers nobody reads says so, and only such a one', () => {
    const unread = { studio: aStudio({ senderRead: false }), answered: false };
    for (const kind of CLIENT) {
      expect(clientMail(kind, facts()).body).not.toContain('are not read');
      expect(clientMail(kind, facts({}, unread)).body).toContain('Answers to this mail are not read.');
    }
  });
});

describe('whose client it is', () => {
  it.each(ARTIST)('I4: %s names the artist to whoever looks after several', (kind) => {
    const told = artistMail(kind, facts(), { name: 'Olga', language: 'en', own: false });
    expect(told.subject).toContain('Small with Léa');
    expect(told.body).toContain('Small with Léa');
  });

  it('I4: nobody is greeted as Admin', () => {
    const told = artistMail('requested', facts(), { name: 'Admin', language: 'en', own: false });
    expect(told.body).toMatch(/^Hello,/);
  });
});

describe('times in words', () => {
  it('B11 case 2: a time that comes twice is told apart', () => {
    const first = clientMail('confirmed', facts(span('2026-10-25T00:15:00Z', '2026-10-25T00:45:00Z')));
    const second = clientMail('confirmed', facts(span('2026-10-25T01:15:00Z', '2026-10-25T01:45:00Z')));
    expect(first.body).toContain('Sunday, 25 October 2026, 02:15–02:45 (Central European Summer Time)');
    expect(second.body).toContain('Sunday, 25 October 2026, 02:15–02:45 (Central European Standard Time)');
  });

  it('B11 case 1: an appointment over a change of clocks says both', () => {
    const { body } = clientMail('confirmed', facts(span('2026-03-29T00:30:00Z', '2026-03-29T02:30:00Z')));
    expect(body).toContain(
      'Sunday, 29 March 2026, 01:30 (Central European Standard Time) – 04:30 (Central European Summer Time)',
    );
  });

  it('B11 case 9: one over midnight says both dates', () => {
    const { body } = clientMail('confirmed', facts(span('2026-03-12T21:00:00Z', '2026-03-12T23:30:00Z')));
    expect(body).toMatch(/Thursday, 12 March 2026, 22:00 .* – Friday, 13 March 2026, 00:30/);
  });

  it('B11 case 7: the client’s own clock stands beside it, over the date line, and only where it differs', () => {
    const { body } = clientMail('confirmed', facts({ clientZone: 'Pacific/Auckland', language: 'fr' }));
    expect(body).toContain('À votre heure : jeudi 12 mars 2026, 22:00–23:00');
    for (const clientZone of ['Europe/Paris', 'Africa/Nowhere', null])
      expect(clientMail('confirmed', facts({ clientZone })).body).not.toContain('On your clock');
  });
});

describe('every mail', () => {
  it.each(CLIENT)('to the client: %s has words in both languages', (kind) => {
    for (const language of ['en', 'fr']) {
      const told = clientMail(kind, facts({ language, expiresAt: new Date('2026-03-11T17:00:00Z') }));
      expect(told.subject).toMatch(/Small/);
      expect(told.body).toMatch(language === 'en' ? /^Hello Nora,/ : /^Bonjour Nora,/);
      expect(told.body).not.toMatch(/undefined|null|\n\n\n/);
    }
  });

  it.each(ARTIST)('to the artist: %s has words in both languages', (kind) => {
    for (const language of ['en', 'fr'] as const) {
      const told = artistMail(kind, facts(), { name: 'Léa', language, own: true });
      expect(told.subject).toMatch(/Nora, Small/);
      expect(told.body).toMatch(/nora@example\.org/);
      expect(told.body).not.toMatch(/undefined|null|\n\n\n/);
    }
  });

  it('behind the cut-off nobody is told that they can move it', () => {
    const late = facts({}, { now: new Date('2026-03-12T08:00:00Z') });
    expect(clientMail('reminder', late).body).toContain('please call the studio');
    expect(clientMail('reminder', late).body).not.toContain('until');
  });

  it('B10: a place for a link that somebody types stays a text', () => {
    const typed = facts(
      { note: '{answer}', state: 'REQUESTED', clientName: '{manage}' },
      { message: '{manage}' },
    );
    const { body } = artistMail('requested', typed, { name: '{answer}', language: 'en', own: true });
    expect(body.match(/^\{\w+\}$/gm)).toEqual(['{answer}']);
    expect(clientMail('declined', typed).body).not.toMatch(/^\{/m);
  });

  it.each(['Buy at evil.test', 'http://evil', 'www evil', 'call 0900123456', 'a@b.c', 'x\ny: z'])(
    'B10: nobody sends strangers %j through the studio',
    (clientName) => {
      expect(clientMail('received', facts({ clientName })).body).toMatch(/^Hello,\n/);
    },
  );

  it.each(['Nora', 'Zoë Ç. O’Hara-Núñez', '李小龙', 'J. R. R. Tolkien'])('greets %s', (clientName) => {
    expect(clientMail('received', facts({ clientName })).body).toContain(`Hello ${clientName},`);
  });
});
