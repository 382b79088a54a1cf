import type { Language } from '@atelier/words/language';
import { type InquiryWords, MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { labelled, type MailText, paragraphs } from '../../booking/mail/mail-facts.ts';
import { greetingName } from '../../mail/greeting-name.ts';
import { quoted } from '../../mail/quoted.ts';
import { UNNAMED } from '../../people/name-myself.ts';
import { studioInquiryAddress } from '../inquiry-address.ts';
import { type InquiryFacts, nameOfClient } from './inquiry-facts.ts';

export type StudioInquiryMail = keyof InquiryWords['toStudio'];

/** What the artist is told, or everybody who may take the idea. The link asks to sign in. */
export function studioText(
  kind: StudioInquiryMail,
  facts: InquiryFacts,
  { name, language }: { readonly name: string; readonly language: Language },
): MailText {
  const words = MAIL_WORDS[language].inquiry;
  const client = nameOfClient(facts);
  const { subject, lead } = words.toStudio[kind];
  const { studio, inquiry } = facts;
  const label = kind === 'asked' ? words.links.answer : words.links.look;
  return {
    subject: subject(client),
    body: paragraphs([
      MAIL_WORDS[language].booking.hello(name === UNNAMED ? '' : greetingName(name)),
      lead(client),
      ...(kind === 'asked' ? ideaLines(facts, words) : []),
      `${label}\n${studioInquiryAddress(studio.url, inquiry.id)}`,
    ]),
  };
}

function ideaLines({ inquiry, images }: InquiryFacts, { idea }: InquiryWords): readonly (string | null)[] {
  const lines = [
    ...labelled(idea.placement, inquiry.placement),
    ...labelled(idea.size, inquiry.size),
    ...labelled(idea.style, inquiry.style),
    ...labelled(idea.budget, inquiry.budget),
    ...labelled(idea.preferredDays, inquiry.preferredDays),
    ...labelled(idea.email, inquiry.clientEmail),
    ...labelled(idea.phone, inquiry.clientPhone),
  ];
  return [
    `${idea.text}\n${quoted(inquiry.idea)}`,
    lines.map((line) => `  ${line}`).join('\n'),
    images === 0 ? null : idea.images(images),
    inquiry.artistId === null ? idea.anybody : null,
  ];
}
