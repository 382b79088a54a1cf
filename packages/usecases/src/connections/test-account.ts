import type { TestStep } from '@atelier/providers/port/gateway';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { mayConnect } from './account-rights.ts';
import { accessTo, type TypedAccount } from './typed-account.ts';

export interface AccountReport {
  readonly ok: boolean;
  readonly steps: readonly TestStep[];
  readonly calendars: readonly RemoteCalendar[];
}

/** Tries an account from the typed address to its list of calendars, and stores nothing. */
export async function testAccount(
  { gateways }: Pick<Context, 'gateways'>,
  actor: Actor,
  account: TypedAccount,
): Promise<Outcome<AccountReport>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const test = await (await gateways.of(account.kind)).test(accessTo(account));
  return done({ ok: test.ok, steps: test.steps, calendars: test.ok ? test.calendars : [] });
}
