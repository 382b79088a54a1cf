import type { AccountAddress, RemoteCalendar, TestStep } from '@atelier/providers/port';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';

export interface AccountReport {
  readonly ok: boolean;
  readonly steps: readonly TestStep[];
  readonly calendars: readonly RemoteCalendar[];
}

/** Tries an account from the typed address to its list of calendars, and stores nothing. */
export async function testAccount(
  { gateway }: Pick<Context, 'gateway'>,
  actor: Actor,
  address: AccountAddress,
): Promise<Outcome<AccountReport>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only an admin connects calendars.');
  const test = await gateway.test(address);
  return done({ ok: test.ok, steps: test.steps, calendars: test.ok ? test.calendars : [] });
}
