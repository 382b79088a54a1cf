import type { AllowList } from '../http/allow-list.ts';
import { connectImap, watchImap } from '../imap/imap-provider.ts';
import { isLineReach, type LineReach, type MailAccess } from '../port/mail/mail-account.ts';
import type { MailGateway, MailIdentity } from '../port/mail/mail-provider.ts';
import { composeMail, withBlindCopies } from '../smtp/compose-mail.ts';
import { sendBySmtp, testSmtp } from '../smtp/smtp-line.ts';
import { probeServer } from './probe/probe-server.ts';
import { trouble } from './troubles.ts';

/** Mail accounts by IMAP and SMTP. @param allow private hosts that may be reached all the same. */
export function createMailGateway(allow: AllowList): MailGateway {
  return {
    compose: composeMail,
    withBlindCopies,
    identify: async (access) => identityOf(access),
    connect: (access) => connectImap(byLines(access), allow),
    watch: (access, changed) => watchImap(byLines(access), allow, changed),
    send: (access, mail) => sendBySmtp(byLines(access), allow, mail),
    testSending: (access) => testSmtp(byLines(access), allow),
    certificate: (server, kind) => probeServer(server, kind, allow),
  };
}

/** The provider told whose address it is when they signed in. */
function identityOf({ address, credential }: MailAccess): MailIdentity {
  const personId = credential.kind === 'oauth' ? credential.signedIn.personId : null;
  if (!address.includes('@')) throw trouble('refused');
  return { address, personId: personId ?? address };
}

/** @throws TypeError for an account that is reached in another way. */
function byLines(access: MailAccess): MailAccess<LineReach> {
  const { reach, ...rest } = access;
  if (isLineReach(reach)) return { ...rest, reach };
  throw new TypeError('this mailbox has no servers of its own');
}
