import { ProviderFailure } from '@atelier/providers/port/failure';
import type { MailReach, MailServer } from '@atelier/providers/port/mail/mail-account';
import type { MailGateway } from '@atelier/providers/port/mail/mail-provider';
import { knownServers, likelyServers, type MailServers } from './mail-servers.ts';

/** What somebody typed of how an account is reached; the rest is found. */
export interface TypedServers {
  readonly imap?: Pick<MailServer, 'host' | 'port' | 'security'> | undefined;
  readonly smtp?: Pick<MailServer, 'host' | 'port' | 'security'> | undefined;
}

export function reachOf({ imap, smtp }: MailServers): MailReach {
  return { imap: { ...imap, pinned: null }, smtp: { ...smtp, pinned: null } };
}

/**
 * Where an account's mail is: what was typed, what is known of its host, or else the first usual name that answers. No
 * password is sent while looking (S14). @returns null where nothing answers.
 */
export async function findServers(
  mail: MailGateway,
  address: string,
  typed: TypedServers,
): Promise<MailReach | null> {
  const { imap, smtp } = typed;
  if (imap && smtp) return reachOf({ imap, smtp });
  const known = knownServers(address);
  if (known) return reachOf({ ...known, ...(imap && { imap }), ...(smtp && { smtp }) });
  if (imap) return reachOf({ imap, smtp: { host: imap.host, port: 465, security: 'tls' } });
  for (const servers of likelyServers(address)) {
    const reach = reachOf({ ...servers, ...(smtp && { smtp }) });
    if (await answers(mail, reach)) return reach;
  }
  return null;
}

async function answers(mail: MailGateway, reach: MailReach): Promise<boolean> {
  try {
    // One of a server of many names is in order for another of them: only that it answers counts here.
    return (await mail.certificate({ reach, username: '', password: '' }, 'imap')) === null;
  } catch (error) {
    if (error instanceof ProviderFailure) return false;
    throw error;
  }
}
