import { BODY_MAILS } from './body-mails.ts';
import { CHARSET_MAILS } from './charset-mails.ts';
import { HEAD_MAILS } from './head-mails.ts';
import type { OddMail } from './odd-mail.ts';

/** Honest messages of all kinds, each with the reading that is right. */
export const ODD_MAILS: readonly OddMail[] = [...CHARSET_MAILS, ...HEAD_MAILS, ...BODY_MAILS];
