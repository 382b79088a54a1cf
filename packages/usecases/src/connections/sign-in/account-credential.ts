import type { ConnectionRow } from '@atelier/database/account/connection-store';
import {
  claimRenewal,
  currentSecret,
  type Renewal,
  releaseRenewal,
  storeRenewed,
} from '@atelier/database/account/renewal';
import type { Database } from '@atelier/database/database';
import type { MailAccountRow } from '@atelier/database/mailbox/account-store';
import { factsOf, isOAuthKind, type OAuthKind } from '@atelier/providers/kinds';
import type { Credential } from '@atelier/providers/port/account';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { ProviderSignIn, ProviderSignIns, Tokens } from '@atelier/providers/port/sign-in';
import type { SecretBox } from '../../context.ts';
import { type HeldTokens, packTokens, unpackTokens } from './sealed-tokens.ts';

export interface CredentialServices {
  readonly database: Database;
  readonly secrets: SecretBox;
  readonly signIns: ProviderSignIns;
  readonly clock: () => Date;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
}

type Account = Pick<ConnectionRow, 'credentialId' | 'kind' | 'username' | 'secret'>;

/** By what an account that was connected lets us in; makes no request. */
export function credentialOf(services: CredentialServices, account: Account): Credential {
  const { credentialId, kind, username, secret } = account;
  const text = services.secrets.open(secret, credentialId);
  if (!isOAuthKind(kind)) return { kind: 'password', username, password: text };
  return signedInCredential(services, { credentialId, kind }, text);
}

type LetIn = Pick<MailAccountRow, 'credentialId' | 'signIn' | 'username' | 'secret'>;

/** By what a mailbox lets us in; a sign-in that it shares with calendars is renewed for both. */
export function mailCredential(services: CredentialServices, mailbox: LetIn): Credential {
  const { credentialId, signIn, username, secret } = mailbox;
  const text = services.secrets.open(secret, credentialId);
  if (signIn === null) return { kind: 'password', username, password: text };
  return signedInCredential(services, { credentialId, kind: signIn }, text);
}

function signedInCredential(
  services: CredentialServices,
  of: { readonly credentialId: string; readonly kind: OAuthKind },
  text: string,
): Credential {
  const { signedIn, tokens } = unpackTokens(text);
  return { kind: 'oauth', signedIn, accessToken: tokenSource(services, of, tokens) };
}

/** Before its end: the request has to arrive, and clocks differ. */
const EARLY = { seconds: 90 };

/** A worker that was killed in between holds the others up for so long; no answer of an authority is waited for longer. */
const RENEWAL_MS = 45_000;

const LOOK_AGAIN_MS = 150;

/** Remembers what it gave last, so that a run asks the database once. */
function tokenSource(
  services: CredentialServices,
  of: { readonly credentialId: string; readonly kind: OAuthKind },
  stored: Tokens,
): (refused?: string) => Promise<string> {
  let known = stored;
  return async (refused) => {
    if (!isGood(services, known, refused)) known = await renewed(services, of, refused);
    return known.access;
  };
}

function isGood({ clock }: CredentialServices, { access, expiresAt }: Tokens, refused?: string): boolean {
  const soon = clock().toTemporalInstant().add(EARLY);
  return access !== refused && Temporal.Instant.compare(soon, expiresAt) < 0;
}

/** One of all workers asks, the others wait for what it stores (P1). */
async function renewed(
  services: CredentialServices,
  of: { readonly credentialId: string; readonly kind: OAuthKind },
  refused: string | undefined,
): Promise<Tokens> {
  const { database, secrets, clock, wait } = services;
  const { credentialId } = of;
  for (;;) {
    const now = clock();
    const renewal = { credentialId, until: new Date(now.getTime() + RENEWAL_MS) };
    const sealed = await claimRenewal(database, renewal, now);
    if (sealed !== null) {
      const held = unpackTokens(secrets.open(sealed, credentialId));
      const tokens = await renewHeld(services, of.kind, { renewal, held, refused });
      if (tokens !== null) return tokens;
    } else {
      const other = await currentSecret(database, credentialId);
      if (other === null) throw accountRemoved();
      const { tokens } = unpackTokens(secrets.open(other, credentialId));
      if (isGood(services, tokens, refused)) return tokens;
      await wait(LOOK_AGAIN_MS);
    }
  }
}

interface Renewing {
  readonly renewal: Renewal;
  readonly held: HeldTokens;
  readonly refused: string | undefined;
}

/** @returns null when another sign-in took its place meanwhile. */
async function renewHeld(
  services: CredentialServices,
  kind: OAuthKind,
  { renewal, held, refused }: Renewing,
): Promise<Tokens | null> {
  const { database, secrets } = services;
  let stored = false;
  try {
    if (isGood(services, held.tokens, refused)) return held.tokens;
    const tokens = await registered(services, kind).renew(held.tokens);
    // Before anything uses it.
    const sealed = secrets.seal(packTokens({ ...held, tokens }), renewal.credentialId);
    stored = await storeRenewed(database, renewal, sealed);
    return stored ? tokens : null;
  } finally {
    if (!stored) await releaseRenewal(database, renewal);
  }
}

function registered({ signIns }: CredentialServices, kind: OAuthKind): ProviderSignIn {
  const signIn = signIns.of(kind);
  if (signIn !== null) return signIn;
  const { provider } = factsOf(kind).signIn;
  throw new ProviderFailure(
    'registration',
    `This Atelier is not registered at ${provider} any more, so nobody can be signed in there.`,
    `Whoever runs Atelier has to set ATELIER_${provider.toUpperCase()}_CLIENT_ID again.`,
  );
}

function accountRemoved(): ProviderFailure {
  return new ProviderFailure('not-found', 'This account was removed.', 'There is nothing to do.');
}
