import type { GraphMail } from '../graph/mail/graph-mail-gateway.ts';
import type { AllowList } from '../http/allow-list.ts';
import { connectImap, watchImap } from '../imap/imap-provider.ts';
import { isLineReach, type LineReach, type MailAccess } from '../port/mail/mail-account.ts';
import type { MailGateway, MailIdentity } from '../port/mail/mail-provider.ts';
import { composeMail, withBlindCopies } from '../smtp/compose-mail.ts';
import { sendBySmtp, testSmtp } from '../smtp/smtp-line.ts';
import { probeServer } from './probe/probe-server.ts';
import { trouble } from './troubles.ts';

export interface MailGatewayOptions {
  /** Private hosts that may be reached all the same. */
  readonly allow: AllowList;
  /** What speaks with Microsoft, loaded with the first account that needs it; null: none does. */
  readonly graph: (() => Promise<GraphMail>) | null;
}

/** Mail accounts by IMAP and SMTP, and those at Microsoft by Graph. */
export function createMailGateway({ allow, graph }: MailGatewayOptions): MailGateway {
  const by = async <Answer>(
    access: MailAccess,
    lines: (access: MailAccess<LineReach>) => Promise<Answer> | Answer,
    atMicrosoft: (mail: GraphMail) => Promise<Answer>,
  ): Promise<Answer> => {
    const { reach, ...rest } = access;
    if (isLineReach(reach)) return lines({ ...rest, reach });
    if (graph === null) throw new TypeError('this mailbox has no servers of its own');
    return atMicrosoft(await graph());
  };
  return {
    compose: composeMail,
    withBlindCopies,
    identify: (access) => by(access, identityOf, (mail) => mail.identify(access)),
    connect: (access) =>
      by(
        access,
        (given) => connectImap(given, allow),
        (mail) => mail.connect(access),
      ),
    watch: (access, changed) =>
      by(
        access,
        (given) => watchImap(given, allow, changed),
        (mail) => mail.watch(access, changed),
      ),
    send: (access, message) =>
      by(
        access,
        (given) => sendBySmtp(given, allow, message),
        (mail) => mail.send(access, message),
      ),
    testSending: (access) =>
      by(
        access,
        (given) => testSmtp(given, allow),
        (mail) => mail.testSending(access),
      ),
    certificate: (server, kind) => probeServer(server, kind, allow),
  };
}

/** The provider told whose address it is when they signed in. */
function identityOf({ address, credential }: MailAccess): MailIdentity {
  const personId = credential.kind === 'oauth' ? credential.signedIn.personId : null;
  if (!address.includes('@')) throw trouble('refused');
  return { address, personId: personId ?? address };
}
