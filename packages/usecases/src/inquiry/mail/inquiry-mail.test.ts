import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { describe, expect, it } from 'vitest';
import { aStudio } from '../../studio/testing/studio-facts.ts';
import { type ClientInquiryMail, clientText } from './client-text.ts';
import type { InquiryFacts } from './inquiry-facts.ts';
import { studioText } from './studio-text.ts';

const at = new Date('2026-03-10T09:00:00Z');
const inquiry: InquiryRow = {
  id: '0195-1',
  artistId: 'lea',
  state: 'OFFERED',
  clientName: 'Nora',
  clientEmail: 'nora@example.org',
  clientPhone: null,
  clientZone: null,
  language: 'en',
  idea: 'A swallow\n{idea}',
  placement: 'left shoulder',
  size: '12 cm',
  style: '',
  budget: '900',
  preferredDays: '',
  quote: '900 in all',
  deposit: '100',
  message: 'I like it.\n{idea}',
  version: 2,
  expiresAt: new Date('2026-03-24T09:00:00Z'),
  createdAt: at,
  updatedAt: at,
};
const facts = (more: Partial<InquiryRow> = {}): InquiryFacts => ({
  inquiry: { ...inquiry, ...more },
  artist: { name: 'Léa', slug: 'lea' },
  zone: 'Europe/Zurich',
  sessions: [
    { number: 1, minutes: 150, starts: [new Date('2026-03-12T09:00:00Z'), new Date('2026-03-13T13:30:00Z')] },
    { number: 2, minutes: 120, starts: [] },
  ],
  images: 2,
  studio: aStudio({ url: 'https://studio.example' }),
  replyTo: null,
});
const KINDS = Object.keys(MAIL_WORDS.en.inquiry.toClient) as ClientInquiryMail[];

describe('what the client of an idea is told', () => {
  it('a quote, and the times to choose from', () => {
    const { subject, body } = clientText('offered', facts());
    expect(`${subject}\n\n${body}`).toMatchInlineSnapshot(`
      "Léa answers your idea

      Hello Nora,

      Léa has looked at your idea and proposes this:

      Léa writes:
      > I like it.
      > {idea}

      Price: 900 in all
      Deposit: 100

      Session 1 (2 h 30 min):
        Thursday, 12 March 2026, 10:00–12:30 (Central European Standard Time)
        Friday, 13 March 2026, 14:30–17:00 (Central European Standard Time)

      Session 2 (2 h):
        Times follow later.

      The times are not kept for you: whoever is first gets them. They can be chosen until Tuesday, 24 March 2026, 10:00 (Central European Standard Time).

      Choose a time:
      {idea}

      Studio Nord, Rue du Lac 1, 1201 Genève
      Telephone: +41 22 555 01 02
      "
    `);
  });

  it('the same in French', () => {
    const { subject, body } = clientText('offered', facts({ language: 'fr' }));
    expect(`${subject}\n\n${body}`).toMatchInlineSnapshot(`
      "Léa : réponse à votre idée

      Bonjour Nora,

      Votre idée a été étudiée. Voici ce que propose Léa :

      Léa vous écrit :
      > I like it.
      > {idea}

      Prix : 900 in all
      Acompte : 100

      Séance 1 (2 h 30 min) :
        jeudi 12 mars 2026, 10:00–12:30 (heure normale d’Europe centrale)
        vendredi 13 mars 2026, 14:30–17:00 (heure normale d’Europe centrale)

      Séance 2 (2 h) :
        Les dates suivront.

      Ces dates ne vous sont pas réservées : la première personne qui choisit les obtient. Vous pouvez choisir jusqu’au mardi 24 mars 2026, 10:00 (heure normale d’Europe centrale).

      Choisir une date :
      {idea}

      Studio Nord, Rue du Lac 1, 1201 Genève
      Téléphone : +41 22 555 01 02
      "
    `);
  });

  it('that it has arrived, and nothing of their own words', () => {
    const { subject, body } = clientText(
      'received',
      facts({ artistId: null, clientName: 'Buy at www.pills.example' }),
    );
    expect(`${subject}\n\n${body}`).toMatchInlineSnapshot(`
      "Your idea has arrived

      Hello,

      Thank you. Your idea has reached Léa. Nothing is booked yet.

      You will hear from us by mail, on Tuesday, 24 March 2026, 10:00 (Central European Standard Time) at the latest.

      See or withdraw it:
      {idea}

      Was this not you? You can withdraw it with the link above.

      Studio Nord, Rue du Lac 1, 1201 Genève
      Telephone: +41 22 555 01 02
      "
    `);
  });

  it.each(['en', 'fr'])('B10: whatever it is, in %s, never in words that a stranger typed', (language) => {
    for (const kind of KINDS) {
      const { subject, body } = clientText(kind, facts({ language, clientName: 'See http://x.example' }));
      expect(subject + body).not.toMatch(/swallow|http:\/\/x|left shoulder/);
    }
  });

  it('has one place for its link, whatever the artist writes', () => {
    for (const kind of KINDS) {
      const places = clientText(kind, facts())
        .body.split('\n')
        .filter((line) => line === '{idea}');
      expect(places.length).toBe(['received', 'offered', 'offeredAgain'].includes(kind) ? 1 : 0);
    }
  });
});

describe('what the studio is told of an idea', () => {
  it('all of it, and where to answer', () => {
    const { subject, body } = studioText('asked', facts(), { name: 'Léa', language: 'en' });
    expect(`${subject}\n\n${body}`).toMatchInlineSnapshot(`
      "Idea: Nora

      Hello Léa,

      Nora describes an idea and waits for an answer.

      The idea:
      > A swallow
      > {idea}

        Placement: left shoulder
        Size: 12 cm
        Budget: 900
        E-mail: nora@example.org

      2 pictures came with it.

      Answer it in Atelier:
      https://studio.example/inquiries/0195-1
      "
    `);
  });

  it('that it is for anybody, when it is', () => {
    const { body } = studioText('asked', facts({ artistId: null }), { name: '', language: 'fr' });
    expect(body).toContain('qui répond en premier la prend');
  });
});
