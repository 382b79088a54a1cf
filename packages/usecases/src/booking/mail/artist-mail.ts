import type { Language } from '@atelier/words/language';
import { MAIL_WORDS, type MailWords } from '@atelier/words/mail/mail-words';
import { refusalWords } from '@atelier/words/refusals/refusal-words';
import { greetingName } from '../../mail/greeting-name.ts';
import { oneLine } from '../../mail/one-line.ts';
import { quoted } from '../../mail/quoted.ts';
import { type SpokenTime, spokenTime } from '../../mail/spoken-time.ts';
import { UNNAMED } from '../../people/name-myself.ts';
import {
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

export type ArtistMailKind = keyof MailWords['toArtist'];

/** The link's place in the text. */
export const ANSWER = 'answer';

export interface ArtistReader {
  readonly name: string;
  readonly language: Language;
  /** Whether they are the artist: whoever looks after several is told whose client it is. */
  readonly own: boolean;
}

/** What the artist is told, or whoever of the studio looks after them. */
export function artistMail(
  kind: ArtistMailKind,
  facts: MailFacts,
  { name, language, own }: ArtistReader,
): MailText {
  const words = MAIL_WORDS[language].booking;
  const spoken = spokenTime(language, facts.artist.timeZone);
  const client = oneLine(facts.bookings[0].clientName, 80);
  const { subject, lead } = words.toArtist[kind];
  const what = own ? serviceName(facts) : whatWithWhom(facts, words);
  return {
    subject: subject(client, whatAndWhen(facts, what, spoken, words)),
    body: paragraphs([
      words.hello(name === UNNAMED ? '' : greetingName(name)),
      leadOf(kind, facts, lead, words)(client),
      facts.trouble === null ? null : quoted(refusalWords(language, facts.trouble).message),
      warning(facts, words),
      factLines(facts, words, spoken).join('\n'),
      clientWords(facts, words),
      ...whatToDo(kind, facts, words, spoken),
    ]),
  };
}

/** A calendar that could not be asked is said before anything is promised (B8). */
function warning({ bookings: [first] }: MailFacts, { artistNext }: MailWords): string | null {
  const open = first.state === 'REQUESTED' || first.state === 'CONFIRMED';
  return open && first.unverified ? artistNext.unverified : null;
}

function factLines(facts: MailFacts, words: MailWords, spoken: SpokenTime): readonly string[] {
  const { bookings, before } = facts;
  const [first] = bookings;
  const alternative = first.state === 'REQUESTED' ? first.alternativeStart : null;
  return [
    whatWithWhom(facts, words),
    ...bookings.map((booking) => spoken.span(spanOf(booking))),
    ...(before === null ? [] : [`${words.facts.before}${spoken.span(before)}`]),
    ...(alternative === null ? [] : [`${words.facts.alternative}${spoken.instant(alternative)}`]),
    ...labelled(words.facts.price, first.price),
    ...labelled(words.facts.deposit, first.deposit),
    ...labelled(words.facts.email, first.clientEmail),
    ...labelled(words.facts.phone, first.clientPhone),
  ].map((line) => `  ${line}`);
}

function clientWords({ bookings: [first] }: MailFacts, { artistNext }: MailWords): string | null {
  if (first.state !== 'REQUESTED' && first.state !== 'CONFIRMED') return null;
  const answers = Object.entries(first.answers).map(([question, answer]) => `${question}: ${answer}`);
  const text = [first.note ?? '', ...answers].filter((line) => line !== '').join('\n');
  return text === '' ? null : `${artistNext.note}\n${quoted(text)}`;
}

function whatToDo(
  kind: ArtistMailKind,
  { bookings, studio }: MailFacts,
  { links, artistNext }: MailWords,
  spoken: SpokenTime,
): readonly (string | null)[] {
  const [first] = bookings;
  const many = bookings.length > 1;
  if (first.state !== 'REQUESTED' || kind === 'trouble' || kind === 'overlap') {
    return [`${links.see}\n${new URL(`/bookings/${first.id}`, studio.url).href}`];
  }
  return [
    `${many ? links.answerMany : links.answer}\n{${ANSWER}}`,
    first.expiresAt && artistNext.answerBy(spoken.instant(first.expiresAt)),
    first.alternativeStart && artistNext.alternative,
  ];
}
