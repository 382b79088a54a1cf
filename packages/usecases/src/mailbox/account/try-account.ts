import type { MailAccess, MailReach, MailServer } from '@atelier/providers/port/mail/mail-account';
import type { MailGateway, MailTestStep, RemoteFolder } from '@atelier/providers/port/mail/mail-provider';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { atServer, orFailed } from '../at-server.ts';

export interface TriedMail {
  readonly access: MailAccess;
  readonly folders: readonly RemoteFolder[];
}

/**
 * Signs in to read and to send, and sends nothing. A certificate that nobody vouches for is taken where the person has
 * named exactly it.
 * @param trusted fingerprints (SHA-256) that the person has accepted.
 */
export async function tryMail(
  mail: MailGateway,
  typed: MailAccess,
  trusted: readonly string[],
): Promise<Outcome<TriedMail>> {
  return orFailed(async () => {
    const pinned = await pinTrusted(mail, typed, trusted);
    if (!pinned.ok) return pinned;
    const access = { ...typed, reach: pinned.value };
    return atServer(mail, access, async (provider) => {
      const folders = await provider.folders();
      await mail.testSending(access);
      return done({ access, folders });
    });
  });
}

async function pinTrusted(
  mail: MailGateway,
  access: MailAccess,
  trusted: readonly string[],
): Promise<Outcome<MailReach>> {
  const pinned: Partial<Record<MailTestStep, MailServer>> = {};
  for (const step of ['imap', 'smtp'] as const) {
    const offered = await mail.certificate(access, step);
    const server = access.reach[step];
    if (offered === null) {
      pinned[step] = server;
      continue;
    }
    const { fingerprint, certificate, subject, issuer, validTo } = offered;
    if (!trusted.includes(fingerprint))
      return refusedFor('provider', 'mail-certificate', {
        host: server.host,
        fingerprint,
        subject,
        issuer,
        validTo,
      });
    pinned[step] = { ...server, pinned: { fingerprint, certificate } };
  }
  return done({ ...access.reach, ...pinned });
}
