import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { updateSignIn } from '@atelier/database/account/credential-store';
import type { Database } from '@atelier/database/database';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createGuardedHttp, type GuardedHttp } from '@atelier/providers/http/guarded-http';
import { systemResolve } from '@atelier/providers/http/guarded-lookup';
import { DEFAULT_HTTP_LIMITS } from '@atelier/providers/http/http-limits';
import type { OAuthKind } from '@atelier/providers/kinds';
import { type Authority, googleAuthority, microsoftAuthority } from '@atelier/providers/oauth/authority';
import { createOAuthClient } from '@atelier/providers/oauth/oauth-client';
import type { Credential } from '@atelier/providers/port/account';
import type { ProviderSignIn } from '@atelier/providers/port/sign-in';
import { type AuthoritySandbox, startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import { credentialOf } from '@atelier/usecases/connections/sign-in/account-credential';
import { packTokens } from '@atelier/usecases/connections/sign-in/sealed-tokens';
import { LIMITS, type World } from './studio.ts';

export const MAIL = 'ann@studio.test';
const REDIRECT = 'http://127.0.0.1/signed-in';
const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed, isStale: () => false };

/** Tokens end, and what renews them fails; whoever has lost the sign-in by it signs in again. */
const TROUBLE = [
  'ended',
  'ended',
  'lost-answer',
  'hangs-up',
  'throttled',
  'server-error',
  'temporarily_unavailable',
  'html',
  'invalid_client',
  'invalid_grant',
  'revoked',
] as const;

/** Somebody who signed in at a provider's own page, with every token that comes of it. */
export class SignedInPerson implements AsyncDisposable {
  readonly #kind: OAuthKind;
  readonly #clock: World['clock'];
  readonly #authority: AuthoritySandbox;
  readonly #http: GuardedHttp;
  readonly #signIn: ProviderSignIn;
  /** Sealed, as the row of the account has it at first. */
  secret = '';
  /** Whether anything has happened that ends a sign-in. */
  #over = false;
  readonly #broken: string[] = [];

  private constructor(kind: OAuthKind, clock: World['clock'], authority: AuthoritySandbox) {
    this.#kind = kind;
    this.#clock = clock;
    this.#authority = authority;
    this.#http = createGuardedHttp({
      allow: parseAllowList('127.0.0.1'),
      resolve: systemResolve,
      limits: { ...DEFAULT_HTTP_LIMITS, ...LIMITS },
      monotonicMs: () => performance.now(),
    });
    this.#signIn = createOAuthClient({
      http: this.#http,
      authority: authorityAt(kind, authority.origin),
      clientId: authority.rules.clientId,
      clientSecret: authority.rules.clientSecret,
      now: () => Temporal.Instant.fromEpochMilliseconds(clock.ms),
    });
  }

  static async open(kind: OAuthKind, { clock }: World): Promise<SignedInPerson> {
    const authority = await startAuthority({ provider: kind, now: () => clock.ms });
    authority.addPerson({ id: 'ann', mail: MAIL, tenant: 'studio' });
    const person = new SignedInPerson(kind, clock, authority);
    person.secret = packTokens(await person.#agree());
    return person;
  }

  /** Whose token it is; null is a 401. */
  mailOf(token: string): string | null {
    return this.#authority.bearer(`Bearer ${token}`)?.mail ?? null;
  }

  credential(database: Database, { credentialId, kind, username, secret }: ConnectionRow): Credential {
    const services = {
      database,
      secrets,
      signIns: { of: () => this.#signIn },
      clock: () => new Date(this.#clock.ms),
      // Whoever waits for another worker waits by the clock of the studio, which nobody else moves meanwhile.
      wait: async (ms: number) => void (this.#clock.ms += ms),
    };
    return credentialOf(services, { credentialId, kind, username, secret });
  }

  /** Something goes wrong with tokens; says what. */
  trouble(random: SeededRandom): string {
    const what = random.pick(TROUBLE);
    if (what === 'revoked') this.#authority.revoke(MAIL);
    else this.#authority.expire(MAIL);
    if (what !== 'revoked' && what !== 'ended') this.#authority.faults.push(what);
    this.#over ||= what === 'revoked' || what === 'invalid_grant';
    return `${this.#kind} tokens: ${what}`;
  }

  /** The authority is well again; who was signed out signs in again, and everything goes on (P2). */
  async clear(database: Database): Promise<void> {
    this.#authority.faults.length = 0;
    const [account] = await database.query<{ credential: string; state: string }>(
      "SELECT credential_id AS credential, state FROM connection WHERE kind = $1 AND name <> 'Fresh'",
      [this.#kind],
    );
    if (account === undefined) return;
    if (account.state === 'CREDENTIALS' && !this.#over)
      this.#broken.push(`P1: signed out of ${this.#kind}, and nothing had ended the sign-in`);
    if (!this.#over) return;
    const secret = packTokens(await this.#agree());
    await updateSignIn(database, { id: account.credential, secret, username: MAIL, scopes: [] });
    await database.query("UPDATE connection SET state = 'ACTIVE', retry_at = NULL WHERE kind = $1", [
      this.#kind,
    ]);
    this.#over = false;
  }

  /** What was done to a sign-in that could have been saved. */
  broken(): readonly string[] {
    return this.#broken;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#http.close();
    await this.#authority[Symbol.asyncDispose]();
  }

  async #agree() {
    const asked = { redirectUri: REDIRECT, state: 'state', verifier: 'v'.repeat(43) };
    const page = await this.#signIn.pageFor({ rights: ['calendars'], ...asked, hint: null });
    const back = new URL(await this.#authority.answer(page, MAIL));
    const result = await this.#signIn.redeem({ rights: ['calendars'], ...asked, query: back.searchParams });
    if (!result.ok) throw new Error(`nobody could sign in: ${result.reason}`);
    return result;
  }
}

function authorityAt(kind: OAuthKind, origin: string): Authority {
  return kind === 'microsoft'
    ? microsoftAuthority(origin, 'common')
    : googleAuthority(origin, `${origin}/token`);
}
