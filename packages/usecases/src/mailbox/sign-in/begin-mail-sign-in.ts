import type { OAuthKind } from '@atelier/providers/kinds';
import type { SignInRight } from '@atelier/providers/port/sign-in';
import type { Actor } from '../../actor.ts';
import { mayConnect } from '../../connections/account-rights.ts';
import { askAtProvider } from '../../connections/sign-in/begin-sign-in.ts';
import type { Context } from '../../context.ts';
import { type Outcome, refusedFor } from '../../outcome.ts';
import { mailboxOf } from '../own-mailboxes.ts';

export interface BeginMailSignIn {
  readonly kind: OAuthKind;
  /** Whose page it should be. */
  readonly address: string | null;
  /** The mailbox that signs in again. */
  readonly mailboxId?: string | undefined;
  /** Its calendars as well (P9); otherwise they are not asked for (P8). */
  readonly calendars: boolean;
  /** Nobody else can end it. */
  readonly sessionId: string;
  readonly redirectUri: string;
}

/** Where the person is to go to let Atelier read and send their mail; what they bring back `connectMailSignedIn` takes. */
export async function beginMailSignIn(
  context: Context,
  actor: Actor,
  { kind, address, mailboxId, calendars, ...visit }: BeginMailSignIn,
): Promise<Outcome<{ readonly page: string }>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const again = mailboxId === undefined ? null : await mailboxOf(context.database, actor, mailboxId);
  if (mailboxId !== undefined && again?.ownerId !== actor.userId)
    return refusedFor('not-found', 'no-mailbox');
  return askAtProvider(context, actor, {
    ...visit,
    kind,
    rights: rightsAsked(calendars),
    hint: again?.address ?? address,
    connectionId: null,
    mailboxId: again?.id ?? null,
  });
}

export function rightsAsked(calendars: boolean): readonly SignInRight[] {
  return calendars ? ['mail', 'calendars'] : ['mail'];
}
