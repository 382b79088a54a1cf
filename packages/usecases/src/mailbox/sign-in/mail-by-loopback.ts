import type { OAuthKind } from '@atelier/providers/kinds';
import { type Actor, OPERATOR } from '../../actor.ts';
import { type Loopback, signInByLoopback } from '../../connections/sign-in/sign-in-by-loopback.ts';
import type { Context } from '../../context.ts';
import { type Outcome, refusedFor } from '../../outcome.ts';
import type { ConnectedMail } from '../account/connect-mail.ts';
import { rightsAsked } from './begin-mail-sign-in.ts';
import { type SignedInMailbox, storeSignedInMail } from './connect-mail-signed-in.ts';

export interface MailByLoopback extends SignedInMailbox {
  readonly kind: OAuthKind;
  /** Whose page it should be. */
  readonly address: string;
}

/** From a terminal, by the provider's page and back to this machine (RFC 8252, 7.3). */
export async function connectMailByLoopback(
  context: Context,
  actor: Actor,
  { kind, address, ...wished }: MailByLoopback,
  loopback: Loopback,
): Promise<Outcome<ConnectedMail>> {
  if (actor.userId !== OPERATOR.userId) return refusedFor('forbidden', 'admins-only');
  const rights = rightsAsked(wished.calendars !== null);
  const fresh = await signInByLoopback(context, { kind, hint: address, rights }, loopback);
  return fresh.ok ? storeSignedInMail(context, actor, { kind, again: null }, fresh.value, wished) : fresh;
}
