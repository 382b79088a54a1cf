import type { OAuthKind } from '@atelier/providers/kinds';
import type { MailReach, MailServer } from '@atelier/providers/port/mail/mail-account';
import type { Registrations } from '../config/registrations.ts';

/** Where the mail of everybody is who signs in at this provider. */
export function mailReachOf(
  kind: OAuthKind,
  { graphApi, googleImap, googleSmtp }: Pick<Registrations, 'graphApi' | 'googleImap' | 'googleSmtp'>,
): MailReach {
  if (kind === 'microsoft') return { graph: graphApi.replace(/\/+$/, '') };
  return { imap: serverOf(googleImap), smtp: serverOf(googleSmtp) };
}

/** `imaps://imap.gmail.com:993`; without the `s` in clear, which is for private hosts alone. */
function serverOf(url: string): MailServer {
  const { protocol, hostname, port } = new URL(url);
  const security = protocol.endsWith('s:') ? 'tls' : 'none';
  const usual = protocol.startsWith('imap') ? 993 : 465;
  return { host: hostname, port: Number(port) || usual, security, pinned: null };
}
