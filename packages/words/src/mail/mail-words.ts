import type { Language } from '../language.ts';
import type { Words } from '../words.ts';
import { account as accountEn } from './en/account.ts';
import { alert as alertEn } from './en/alert.ts';
import { booking as bookingEn } from './en/booking.ts';
import { inquiry as inquiryEn } from './en/inquiry.ts';
import { invitation as invitationEn } from './en/invitation.ts';
import { account as accountFr } from './fr/account.ts';
import { alert as alertFr } from './fr/alert.ts';
import { booking as bookingFr } from './fr/booking.ts';
import { inquiry as inquiryFr } from './fr/inquiry.ts';
import { invitation as invitationFr } from './fr/invitation.ts';

const EN = {
  booking: bookingEn,
  inquiry: inquiryEn,
  alert: alertEn,
  account: accountEn,
  invitation: invitationEn,
};

type InLanguage = Words<typeof EN>;
export type MailWords = InLanguage['booking'];
export type InquiryWords = InLanguage['inquiry'];

/** Everything that mails say, by their language. */
export const MAIL_WORDS: Readonly<Record<Language, InLanguage>> = {
  en: EN,
  fr: {
    booking: bookingFr,
    inquiry: inquiryFr,
    alert: alertFr,
    account: accountFr,
    invitation: invitationFr,
  },
};
