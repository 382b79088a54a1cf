import type { AllowList } from '../http/allow-list.ts';
import { connectImap, watchImap } from '../imap/imap-provider.ts';
import type { MailGateway } from '../port/mail/mail-provider.ts';
import { composeMail, withBlindCopies } from '../smtp/compose-mail.ts';
import { sendBySmtp, testSmtp } from '../smtp/smtp-line.ts';
import { offeredCertificate } from './offered-certificate.ts';

/** Mail accounts by IMAP and SMTP. @param allow private hosts that may be reached all the same. */
export function createMailGateway(allow: AllowList): MailGateway {
  return {
    compose: composeMail,
    withBlindCopies,
    connect: (access) => connectImap(access, allow),
    watch: (access, changed) => watchImap(access, allow, changed),
    send: (access, mail) => sendBySmtp(access, allow, mail),
    testSending: (access) => testSmtp(access, allow),
    certificate: ({ reach }, server) => offeredCertificate(reach[server], server, allow),
  };
}
