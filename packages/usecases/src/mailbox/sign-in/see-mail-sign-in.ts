import type { OAuthKind } from '@atelier/providers/kinds';
import type { MailAccess } from '@atelier/providers/port/mail/mail-account';
import type { MailIdentity } from '@atelier/providers/port/mail/mail-provider';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import type { Actor } from '../../actor.ts';
import { answered } from '../../connections/answered.ts';
import { heldAccess } from '../../connections/sign-in/held-credential.ts';
import type { HeldTokens } from '../../connections/sign-in/sealed-tokens.ts';
import { heldIn, openSignIn } from '../../connections/sign-in/see-sign-in.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

/** What somebody has signed in to, before it is connected. */
export interface SeenMailSignIn {
  readonly kind: OAuthKind;
  readonly address: string;
  /** Those that can be kept in step as well; null: that was not asked for. */
  readonly calendars: readonly RemoteCalendar[] | null;
}

export async function seeMailSignIn(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Outcome<SeenMailSignIn>> {
  const found = await openSignIn(context, actor, id);
  if (!found.ok) return found;
  const { row } = found.value;
  if (!row.rights.includes('mail')) return refusedFor('not-found', 'sign-in-unknown');
  const held = heldIn(context, row);
  const who = await identified(context, row.kind, held);
  if (!who.ok) return who;
  const calendars = row.rights.includes('calendars');
  return done({
    kind: row.kind,
    address: who.value.address,
    calendars: calendars ? await calendarsOf(context, row.kind, held) : null,
  });
}

/** A mailbox without calendars is one all the same. */
async function calendarsOf(context: Context, kind: OAuthKind, held: HeldTokens) {
  const test = await (await context.gateways.of(kind)).test(heldAccess(kind, held));
  return test.ok ? test.calendars : [];
}

/** How a mailbox is reached that somebody has just signed in to. */
export function heldMailbox({ mailboxes }: Context, kind: OAuthKind, held: HeldTokens): MailAccess {
  return {
    reach: mailboxes.reachOf(kind),
    address: held.signedIn.name ?? '',
    credential: heldAccess(kind, held).credential,
    accountId: null,
  };
}

/** Whose mailbox it is. */
export function identified(
  context: Context,
  kind: OAuthKind,
  held: HeldTokens,
): Promise<Outcome<MailIdentity>> {
  return answered(() => context.mailboxes.mail.identify(heldMailbox(context, kind, held)));
}
