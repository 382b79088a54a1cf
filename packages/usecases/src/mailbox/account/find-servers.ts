import type { MailReach } from '@atelier/providers/port/mail/mail-account';
import type { MailFinding, MailPlace, MailServers } from '@atelier/providers/port/mail/mail-finder';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

/** What somebody typed of how an account is reached; the rest is found. */
export interface TypedServers {
  readonly imap?: MailPlace | undefined;
  readonly smtp?: MailPlace | undefined;
}

export interface FoundServers {
  readonly reach: MailReach;
  /** How the servers call the person. */
  readonly username: string;
}

function reachOf({ imap, smtp }: MailServers): MailReach {
  return { imap: { ...imap, pinned: null }, smtp: { ...smtp, pinned: null } };
}

/** How the mailbox of an address is reached, for a form to show before any password is typed. */
export function findMailbox(
  { mailboxes }: Pick<Context, 'mailboxes'>,
  address: string,
): Promise<MailFinding> {
  return mailboxes.finder.find(address);
}

/**
 * Where an account's mail is: what was typed, and else what is found. No password is sent while looking (S14), nor ever to
 * a server outside of the domain that the DNS alone has named: that one somebody has to type, or to confirm.
 */
export async function findServers(
  context: Pick<Context, 'mailboxes'>,
  address: string,
  typed: TypedServers,
): Promise<Outcome<FoundServers>> {
  const { imap, smtp } = typed;
  if (imap && smtp) return done({ reach: reachOf({ imap, smtp }), username: address });
  const found = await findMailbox(context, address);
  if (!found.found) {
    // Where mail is read it is mostly sent, too.
    const servers = imap && { imap, smtp: { host: imap.host, port: 465, security: 'tls' as const } };
    if (servers) return done({ reach: reachOf(servers), username: address });
    return refusedFor('provider', 'mail-servers-unknown', { address });
  }
  const { servers, username, elsewhere } = found;
  if (elsewhere)
    return refusedFor('provider', 'mail-servers-elsewhere', {
      address,
      imap: writtenPlace(servers.imap),
      smtp: writtenPlace(servers.smtp),
    });
  return done({
    reach: reachOf({ ...servers, ...(imap && { imap }), ...(smtp && { smtp }) }),
    username,
  });
}

function writtenPlace({ host, port }: MailPlace): string {
  return `${host}:${port}`;
}
