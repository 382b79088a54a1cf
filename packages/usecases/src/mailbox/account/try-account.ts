import { ProviderFailure } from '@atelier/providers/port/failure';
import {
  isLineReach,
  type LineReach,
  type MailAccess,
  type MailServer,
} from '@atelier/providers/port/mail/mail-account';
import type { MailGateway, MailTestStep, RemoteFolder } from '@atelier/providers/port/mail/mail-provider';
import { MailFailure, type MailTrouble } from '@atelier/providers/port/mail/mail-trouble';
import type { MailTestAt } from '@atelier/words/refusals/given';
import { failedAccount } from '../../connections/failed-account.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { atServer } from '../at-server.ts';

export interface TriedMail {
  readonly access: MailAccess;
  readonly folders: readonly RemoteFolder[];
}

/**
 * Tries a mailbox step by step: its servers, their encryption and certificates, the sign-in, the folders, and the sign-in
 * to send. Nothing is sent. A certificate that nobody vouches for is taken where the person has named exactly it.
 * @param trusted fingerprints (SHA-256) that the person has accepted.
 * @returns a refusal names the step at which it ended; those before it went well.
 */
export async function tryMail(
  mail: MailGateway,
  typed: MailAccess,
  trusted: readonly string[],
): Promise<Outcome<TriedMail>> {
  const vouched = await vouchedAccess(mail, typed, trusted);
  if (!vouched.ok) return vouched;
  const access = vouched.value;
  const [imap, smtp] = placesOf(access);
  let at: MailTestAt = { step: 'sign-in', ...imap };
  try {
    const folders = await atServer(mail, access, (provider) => {
      at = { step: 'folders', ...imap };
      return provider.folders();
    });
    at = { step: 'sending', ...smtp };
    await mail.testSending(access);
    return done({ access, folders });
  } catch (error) {
    return refusedAt(error, at);
  }
}

type Place = Pick<MailTestAt, 'host' | 'port' | 'server'>;

function placesOf({ reach }: MailAccess): readonly [Place, Place] {
  if (isLineReach(reach)) return [placeOf(reach, 'imap'), placeOf(reach, 'smtp')];
  const host = URL.parse(reach.graph)?.hostname ?? reach.graph;
  return [
    { host, port: 443, server: 'imap' },
    { host, port: 443, server: 'smtp' },
  ];
}

function placeOf(reach: LineReach, server: MailTestStep): Place {
  const { host, port } = reach[server];
  return { host, port, server };
}

/** Whoever signs in at a provider that they have calendars of alone, or nothing, has no mailbox there. */
function troubleOf(error: ProviderFailure): MailTrouble | null {
  if (error instanceof MailFailure) return error.trouble;
  return error.kind === 'wrong-service' ? 'no-inbox' : null;
}

/** @throws what nobody foresaw */
function refusedAt(error: unknown, at: MailTestAt): Outcome<never> {
  if (!(error instanceof ProviderFailure)) throw error;
  const { message, hint } = error;
  const trouble = troubleOf(error);
  return trouble === null
    ? refusedFor('provider', 'provider-failed', failedAccount(error))
    : refusedFor('provider', 'mail-failed', { ...at, trouble, message, hint });
}

async function vouchedAccess(
  mail: MailGateway,
  access: MailAccess,
  trusted: readonly string[],
): Promise<Outcome<MailAccess>> {
  const { reach } = access;
  if (!isLineReach(reach)) return done(access);
  const imap = await vouched(mail, reach, 'imap', trusted);
  if (!imap.ok) return imap;
  const smtp = await vouched(mail, reach, 'smtp', trusted);
  return smtp.ok ? done({ ...access, reach: { imap: imap.value, smtp: smtp.value } }) : smtp;
}

async function vouched(
  mail: MailGateway,
  reach: LineReach,
  kind: MailTestStep,
  trusted: readonly string[],
): Promise<Outcome<MailServer>> {
  const server = { ...reach[kind], pinned: null };
  try {
    const offered = await mail.certificate(server, kind);
    if (offered === null) return done(server);
    const { fingerprint, certificate, ...shown } = offered;
    if (trusted.includes(fingerprint)) return done({ ...server, pinned: { fingerprint, certificate } });
    return refusedFor('provider', 'mail-certificate', { host: server.host, fingerprint, ...shown });
  } catch (error) {
    return refusedAt(error, { step: stepOf(error), ...placeOf(reach, kind) });
  }
}

const OF_THE_NAME = new Set(['no-name', 'refused-host', 'unusual-port', 'in-clear', 'closed', 'slow']);

function stepOf(error: unknown): MailTestAt['step'] {
  return error instanceof MailFailure && !OF_THE_NAME.has(error.trouble) ? 'encryption' : 'server';
}
