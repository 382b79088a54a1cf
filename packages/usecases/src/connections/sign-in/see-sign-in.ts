import { findProviderSignIn, type ProviderSignInRow } from '@atelier/database/account/provider-sign-in-store';
import type { OAuthKind } from '@atelier/providers/kinds';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mayConnect } from '../account-rights.ts';
import { failedAccount } from '../failed-account.ts';
import { beginsAfter } from './begin-sign-in.ts';
import type { SignInOutcome } from './finish-sign-in.ts';
import { heldAccess } from './held-credential.ts';
import { type HeldTokens, unpackTokens } from './sealed-tokens.ts';

/** What came of a sign-in: an account goes on, or its calendars are there to be chosen. */
export type SeenSignIn =
  | { readonly is: 'renewed'; readonly name: string }
  | {
      readonly is: 'found';
      readonly kind: OAuthKind;
      readonly name: string;
      readonly scopes: readonly string[];
      readonly calendars: readonly RemoteCalendar[];
    };

/** For the person who signed in; a refusal is told as one. */
export async function seeSignIn(context: Context, actor: Actor, id: string): Promise<Outcome<SeenSignIn>> {
  const found = await openSignIn(context, actor, id);
  if (!found.ok) return found;
  const { row, outcome } = found.value;
  if (outcome.is === 'renewed') return done({ is: 'renewed', name: outcome.name });
  const { kind, scopes } = row;
  const held = heldIn(context, row);
  const test = await (await context.gateways.of(kind)).test(heldAccess(kind, held));
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  if (test.calendars.length === 0) return refusedFor('provider', 'account-empty');
  const name = held.signedIn.name ?? test.account.name;
  return done({ is: 'found', kind, name, scopes, calendars: test.calendars });
}

type Row = ProviderSignInRow<SignInOutcome>;

export interface OpenSignIn {
  readonly row: Row;
  readonly outcome: Exclude<SignInOutcome, { is: 'refused' }>;
}

/** Of this person, answered, and not too old. */
export async function openSignIn(
  { database, clock }: Context,
  actor: Actor,
  id: string,
): Promise<Outcome<OpenSignIn>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const asked = { id, userId: actor.userId, since: beginsAfter(clock()) };
  const row = IS_ID.test(id) ? await findProviderSignIn<SignInOutcome>(database, asked) : null;
  if (!row?.outcome) return refusedFor('not-found', 'sign-in-unknown');
  const { outcome } = row;
  return outcome.is === 'refused' ? { ok: false, refusal: outcome.refusal } : done({ row, outcome });
}

const IS_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function heldIn({ secrets }: Context, { id, secret }: Row): HeldTokens {
  return unpackTokens(secrets.open(secret, id));
}
