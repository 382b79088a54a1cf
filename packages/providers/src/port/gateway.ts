import type { Opaque } from '../json.ts';
import type { ProviderKind } from '../kinds.ts';
import type { Account, AccountAccess, Credential } from './account.ts';
import type { AccountFinder } from './account-finder.ts';
import type { CalendarProvider } from './calendar-provider.ts';
import type { ChangeHints } from './change-hints.ts';
import type { ProviderFailure } from './failure.ts';
import type { LoginFlow } from './login-flow.ts';
import type { RemoteCalendar } from './remote-calendar.ts';

/** How accounts are opened and tested; one implementation per protocol. */
export interface ProviderGateway {
  /** Tries everything from what was typed to the list of calendars and reports each step. Never throws ProviderFailure. */
  test(access: AccountAccess): Promise<AccountTest>;
  /** Opens an account that a test has found. Makes no request. */
  open(credential: Credential, reach: Opaque): CalendarProvider;
  /** How its servers are brought to tell of changes; left out where they never do. */
  readonly hints?: ChangeHints;
  /** How somebody signs in on a page of their own server; left out where no server has one. */
  readonly loginFlow?: LoginFlow;
}

/** The gateways of an installation. What speaks a protocol is loaded with the first account that needs it. */
export interface ProviderGateways {
  of(kind: ProviderKind): Promise<ProviderGateway>;
  readonly finder: AccountFinder;
}

export type AccountTest =
  | {
      readonly ok: true;
      readonly steps: readonly TestStep[];
      readonly account: Account;
      /** See `CalendarProvider.addresses`. */
      readonly addresses: readonly string[];
      readonly calendars: readonly RemoteCalendar[];
    }
  | { readonly ok: false; readonly steps: readonly TestStep[]; readonly failure: ProviderFailure };

/** One line of "test connection", in the order things were tried. */
export interface TestStep {
  readonly step: StepName;
  readonly outcome: 'ok' | 'warning' | 'failed' | 'skipped';
  /** A plain sentence: what was found, or what went wrong. */
  readonly message: string;
  /** What the person can do about it. */
  readonly hint?: string;
}

export type StepName =
  | 'address' // what was typed can be understood
  | 'reach' // something answers there
  | 'sign-in'
  | 'account' // who is signed in
  | 'place' // where the account keeps its calendars
  | 'calendars'
  | 'changes'; // whether changes are told one by one
