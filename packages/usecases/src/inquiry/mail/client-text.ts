import { nearestLanguage } from '@atelier/words/language';
import { type InquiryWords, MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { labelled, type MailText, paragraphs } from '../../booking/mail/mail-facts.ts';
import { isAnswered } from '../../booking/mail/reply-address.ts';
import { signature } from '../../booking/mail/signature.ts';
import { greetingName } from '../../mail/greeting-name.ts';
import { quoted } from '../../mail/quoted.ts';
import { type SpokenTime, spokenTime } from '../../mail/spoken-time.ts';
import { endOf } from '../view-inquiries.ts';
import { type InquiryFacts, nameOfArtist, type OfferedSession } from './inquiry-facts.ts';

export type ClientInquiryMail = keyof InquiryWords['toClient'];

/** The link's place in the text. */
export const IDEA = 'idea';

/**
 * What the client of an idea is told, in their language. Their own words are not repeated to them: anybody can type any
 * address, and nobody is to send theirs to strangers through the studio.
 */
export function clientText(kind: ClientInquiryMail, facts: InquiryFacts): MailText {
  const language = nearestLanguage(facts.inquiry.language);
  const words = MAIL_WORDS[language].inquiry;
  const artist = nameOfArtist(facts, words);
  const { subject, lead } = words.toClient[kind];
  return {
    subject: subject(artist),
    body: paragraphs([
      MAIL_WORDS[language].booking.hello(greetingName(facts.inquiry.clientName)),
      lead(artist),
      ...middle(kind, facts, words, artist),
      ...next(kind, facts, words),
      signature(facts.studio, isAnswered(facts.studio, facts.replyTo), MAIL_WORDS[language].booking),
    ]),
  };
}

function middle(
  kind: ClientInquiryMail,
  { inquiry, sessions, zone }: InquiryFacts,
  words: InquiryWords,
  artist: string,
): readonly (string | null)[] {
  const message = inquiry.message === '' ? null : `${words.message(artist)}\n${quoted(inquiry.message)}`;
  if (kind === 'declined') return [message];
  if (kind !== 'offered' && kind !== 'offeredAgain') return [];
  const spoken = spokenTime(nearestLanguage(inquiry.language), zone);
  const terms = [
    ...labelled(words.facts.quote, inquiry.quote),
    ...labelled(words.facts.deposit, inquiry.deposit),
  ];
  return [
    kind === 'offered' ? message : null,
    terms.join('\n'),
    ...sessions.map((session) => sessionLines(session, words, spoken)),
  ];
}

function sessionLines(
  { number, minutes, starts }: OfferedSession,
  { facts, length }: InquiryWords,
  spoken: SpokenTime,
): string {
  const head = facts.session(number, length(Math.floor(minutes / 60), minutes % 60));
  const times = starts.map((start) => `  ${spoken.span({ start, end: endOf(start, minutes) })}`);
  return [head, ...(times.length === 0 ? [`  ${facts.noTimes}`] : times)].join('\n');
}

function next(
  kind: ClientInquiryMail,
  { inquiry, zone, studio }: InquiryFacts,
  words: InquiryWords,
): readonly (string | null)[] {
  const spoken = spokenTime(nearestLanguage(inquiry.language), zone);
  const until = inquiry.expiresAt === null ? null : spoken.instant(inquiry.expiresAt);
  switch (kind) {
    case 'received':
      return [until && words.next.answerBy(until), `${words.links.see}\n{${IDEA}}`, words.next.notYou];
    case 'offered':
    case 'offeredAgain':
      return [until && words.next.chooseBy(until), `${words.links.choose}\n{${IDEA}}`];
    case 'declined':
      return [];
    case 'expired':
    case 'lapsed':
      return [`${words.next.again}\n${new URL('/idea', studio.url).href}`];
  }
}
