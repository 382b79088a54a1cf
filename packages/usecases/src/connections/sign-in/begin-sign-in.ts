import { createHash } from 'node:crypto';
import { insertProviderSignIn } from '@atelier/database/account/provider-sign-in-store';
import type { OAuthKind } from '@atelier/providers/kinds';
import type { SignInRight } from '@atelier/providers/port/sign-in';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { connectionOf, mayConnect } from '../account-rights.ts';
import { rightsOfAccount } from './rights-of-account.ts';
import { signInFor } from './sign-in-refused.ts';

export interface BeginSignIn {
  readonly kind: OAuthKind;
  /** The account that signs in again. */
  readonly connectionId?: string | undefined;
  /** Whose page it is to be at the provider, a mail address; an account that signs in again has its own. */
  readonly hint?: string | undefined;
  /** Nobody else can end it. */
  readonly sessionId: string;
  readonly redirectUri: string;
}

/** How long somebody may take on the provider's page, and then for choosing calendars; an access token lives longer. */
const LONGEST_MS = 30 * 60_000;

export function beginsAfter(now: Date): Date {
  return new Date(now.getTime() - LONGEST_MS);
}

/** Where the person is to go; what they bring back is awaited by `finishSignIn`. */
export async function beginSignIn(
  context: Context,
  actor: Actor,
  { kind, connectionId, hint: typed, sessionId, redirectUri }: BeginSignIn,
): Promise<Outcome<{ readonly page: string }>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const again = connectionId === undefined ? null : await connectionOf(context.database, actor, connectionId);
  if (again?.ok === false) return again;
  if (again && again.value.kind !== kind) return refusedFor('not-found', 'no-connection');
  // A mailbox that is let in by the same sign-in is not to lose it.
  const rights = again ? await rightsOfAccount(context.database, again.value) : (['calendars'] as const);
  return askAtProvider(context, actor, {
    sessionId,
    redirectUri,
    kind,
    rights,
    hint: again?.value.username ?? typed ?? null,
    connectionId: connectionId ?? null,
    mailboxId: null,
  });
}

export interface AskAtProvider extends Pick<BeginSignIn, 'kind' | 'sessionId' | 'redirectUri'> {
  readonly rights: readonly SignInRight[];
  /** Whose page it should be. */
  readonly hint: string | null;
  /** What signs in again; null: something new. */
  readonly connectionId: string | null;
  readonly mailboxId: string | null;
}

export async function askAtProvider(
  context: Context,
  { userId }: Actor,
  { kind, rights, hint, redirectUri, sessionId, connectionId, mailboxId }: AskAtProvider,
): Promise<Outcome<{ readonly page: string }>> {
  const signIn = signInFor(context, kind);
  if (!signIn.ok) return signIn;
  const id = context.newId();
  const [state, verifier] = [unguessable(context), unguessable(context)];
  const createdAt = context.clock();
  await insertProviderSignIn(
    context.database,
    {
      id,
      kind,
      userId,
      sessionId,
      connectionId,
      mailboxId,
      rights: [...rights],
      stateHash: hashOf(state),
      redirectUri,
      secret: context.secrets.seal(verifier, id),
      createdAt,
    },
    beginsAfter(createdAt),
  );
  const page = await signIn.value.pageFor({ rights, redirectUri, state, verifier, hint });
  return done({ page: page.href });
}

export function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url');
}

/** Over 240 random bits, in the signs that RFC 7636 allows. */
export function unguessable({ newId }: Pick<Context, 'newId'>): string {
  return `${newId()}${newId()}`;
}
