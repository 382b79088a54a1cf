import { type Language, nearestLanguage } from '@atelier/words/language';
import { MAIL_WORDS, type MailWords } from '@atelier/words/mail/mail-words';
import { greetingName } from '../../mail/greeting-name.ts';
import { quoted } from '../../mail/quoted.ts';
import { readDifferently, type SpokenTime, spokenTime, type TimeSpan } from '../../mail/spoken-time.ts';
import { contactOf } from '../../studio/contact.ts';
import { isTimeZone } from '../../time-zone.ts';
import {
  artistName,
  labelled,
  leadOf,
  type MailFacts,
  type MailText,
  paragraphs,
  serviceName,
  spanOf,
  whatAndWhen,
  whatWithWhom,
} from './mail-facts.ts';
import { signature } from './signature.ts';

export type ClientMailKind = keyof MailWords['toClient'];

/** The link's place in the text. */
export const MANAGE = 'manage';

/** What a client is told, in their language and on the artist's clock, with their own beside it where it differs. */
export function clientMail(kind: ClientMailKind, facts: MailFacts): MailText {
  const [first] = facts.bookings;
  const language = nearestLanguage(first.language);
  const words = MAIL_WORDS[language].booking;
  const spoken = spokenTime(language, facts.artist.timeZone);
  const { subject, lead } = words.toClient[kind];
  return {
    subject: subject(whatAndWhen(facts, serviceName(facts), spoken, words)),
    body: paragraphs([
      words.hello(greetingName(first.clientName)),
      leadOf(kind, facts, lead, words)(artistName(facts)),
      factLines(facts, language, spoken).join('\n'),
      facts.message === null ? null : `${words.message(artistName(facts))}\n${quoted(facts.message)}`,
      ...nextSteps(kind, facts, words, spoken),
      signature(facts.studio, facts.answered, words),
    ]),
  };
}

function factLines(facts: MailFacts, language: Language, spoken: SpokenTime): readonly string[] {
  const { bookings, before } = facts;
  const [first] = bookings;
  const words = MAIL_WORDS[language].booking;
  const times = bookings.flatMap((booking) => whenLines(spanOf(booking), facts, language, spoken));
  return [
    whatWithWhom(facts, words),
    ...times,
    ...(before === null ? [] : [`${words.facts.before}${spoken.span(before)}`]),
    ...labelled(words.facts.price, first.price),
    ...labelled(words.facts.deposit, first.deposit),
  ].map((line) => `  ${line}`);
}

function whenLines(
  span: TimeSpan,
  { artist, bookings: [{ clientZone }] }: MailFacts,
  language: Language,
  spoken: SpokenTime,
): readonly string[] {
  const here = spoken.span(span);
  if (clientZone === null || !isTimeZone(clientZone)) return [here];
  if (!readDifferently(clientZone, artist.timeZone, span)) return [here];
  return [here, `${MAIL_WORDS[language].booking.facts.there}${spokenTime(language, clientZone).span(span)}`];
}

/** What happens now, and what the client can do. */
function nextSteps(
  kind: ClientMailKind,
  facts: MailFacts,
  words: MailWords,
  spoken: SpokenTime,
): readonly (string | null)[] {
  const { bookings } = facts;
  const { next, links } = words;
  const contact = contactOf(facts.studio, facts.answered);
  const label = isSettled(facts) ? links.look : labelOf(kind, words);
  const manage = `${bookings.length > 1 ? links.manageMany : label}\n{${MANAGE}}`;
  switch (kind) {
    case 'received':
      return [answerBy(facts, words, spoken), manage, next.notYou];
    case 'requestMovedByArtist':
      return [proposalUntil(facts, words, spoken), manage];
    case 'requestMovedByClient':
      return [answerBy(facts, words, spoken), manage];
    case 'confirmed':
    case 'movedByArtist':
    case 'movedByClient':
      return [untilWhen(facts, words, spoken), manage, next.file];
    case 'reminder':
      return [untilWhen(facts, words, spoken), manage];
    case 'cancelledByArtist':
      return [facts.bookings[0].deposit === '' ? null : next.depositBack(contact), bookAgain(facts, words)];
    case 'declined':
    case 'expired':
    case 'proposalExpired':
      return [bookAgain(facts, words)];
    case 'cancelledByClient':
    case 'withdrawn':
      return [];
  }
}

function labelOf(kind: ClientMailKind, { next, links }: MailWords): string {
  if (kind === 'movedByArtist') return next.notSuitable;
  return kind === 'requestMovedByArtist' ? links.proposal : links.manage;
}

function answerBy(facts: MailFacts, { next }: MailWords, spoken: SpokenTime): string | null {
  const { expiresAt } = facts.bookings[0];
  return expiresAt === null ? null : next.answerBy(artistName(facts), spoken.instant(expiresAt));
}

function proposalUntil({ bookings: [{ expiresAt }] }: MailFacts, { next }: MailWords, spoken: SpokenTime) {
  return expiresAt === null ? null : next.proposalUntil(spoken.instant(expiresAt));
}

function untilWhen(facts: MailFacts, { next }: MailWords, spoken: SpokenTime): string | null {
  const contact = contactOf(facts.studio, facts.answered);
  return isSettled(facts) ? next.comeUp(contact) : next.changeUntil(spoken.instant(cutOffOf(facts)), contact);
}

function cutOffOf({ bookings: [{ startsAt }], artist }: MailFacts): Date {
  return new Date(startsAt.getTime() - artist.cutOffMinutes * 60_000);
}

/** Whether the link only shows it: an appointment cannot be moved or cancelled there after the cut-off (B4). */
function isSettled(facts: MailFacts): boolean {
  return facts.bookings[0].state === 'CONFIRMED' && cutOffOf(facts) <= facts.now;
}

function bookAgain({ artist, studio }: MailFacts, { next }: MailWords): string {
  return `${next.again}\n${new URL(`/book/${artist.slug}`, studio.url).href}`;
}
