import { createHash, randomBytes } from 'node:crypto';

/** Somebody with an account at the authority. */
export interface AuthorityPerson {
  /** Never given to anybody else: `oid` of Microsoft, `sub` of Google. */
  readonly id: string;
  readonly mail: string;
  readonly tenant: string;
}

/** As one provider does it; each setting is something that a real one does. */
export interface GrantingRules {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Microsoft gives a new refresh token each time, Google none. */
  rotates: boolean;
  /** Whether one that was replaced still works; both providers let it, others take it as theft. */
  oldWorks: boolean;
  /** Seconds. */
  accessLife: number;
  /** Left out of what is granted, as by a box that was unticked. */
  withheld: readonly string[];
}

interface Code {
  readonly person: AuthorityPerson;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly scopes: readonly string[];
}

interface Grant {
  readonly person: AuthorityPerson;
  readonly scopes: readonly string[];
}

export type TokenAnswer =
  | {
      readonly ok: true;
      readonly access: string;
      readonly refresh: string | null;
      readonly life: number;
      readonly grant: Grant;
    }
  | { readonly ok: false; readonly status: 400 | 401; readonly error: string };

/** Who has given which rights, and the tokens that stand for them. */
export interface Granting {
  readonly rules: GrantingRules;
  readonly people: Map<string, AuthorityPerson>;
  /** The person agrees: what the redirect brings back. */
  agree(person: AuthorityPerson, asked: URLSearchParams): string;
  token(form: URLSearchParams): TokenAnswer;
  /** Whose requests these are; null: answer 401. */
  bearer(authorization: string | undefined): AuthorityPerson | null;
  /** Every right of the person is taken back: tokens of either sort are worth nothing. */
  revoke(mail: string): void;
  revokeToken(refresh: string): boolean;
  /** Access tokens end now, as if their time were over. */
  expire(mail: string): void;
  /** How many refresh tokens are good. */
  lasting(mail: string): number;
}

export function createGranting(rules: GrantingRules, now: () => number): Granting {
  const people = new Map<string, AuthorityPerson>();
  const codes = new Map<string, Code>();
  const access = new Map<string, Grant & { until: number }>();
  const refresh = new Map<string, Grant>();
  const fresh = (what: string) => `${what}-${randomBytes(12).toString('base64url')}`;

  const issue = (grant: Grant, lasting: string | null): TokenAnswer => {
    const token = fresh('access');
    access.set(token, { ...grant, until: now() + rules.accessLife * 1000 });
    if (lasting !== null) refresh.set(lasting, grant);
    return { ok: true, access: token, refresh: lasting, life: rules.accessLife, grant };
  };
  const redeem = (form: URLSearchParams): TokenAnswer => {
    const key = form.get('code') ?? '';
    const code = codes.get(key);
    codes.delete(key);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code === undefined || proof !== code.challenge || form.get('redirect_uri') !== code.redirectUri)
      return refused('invalid_grant');
    return issue(code, fresh('refresh'));
  };
  const renew = (form: URLSearchParams): TokenAnswer => {
    const old = form.get('refresh_token') ?? '';
    const grant = refresh.get(old);
    if (grant === undefined) return refused('invalid_grant');
    if (!rules.rotates) return issue(grant, null);
    if (!rules.oldWorks) refresh.delete(old);
    return issue(grant, fresh('refresh'));
  };

  return {
    rules,
    people,
    agree(person, asked) {
      const code = fresh('code');
      const scopes = (asked.get('scope') ?? '').split(' ').filter((scope) => !rules.withheld.includes(scope));
      const [redirectUri, challenge] = [asked.get('redirect_uri') ?? '', asked.get('code_challenge') ?? ''];
      codes.set(code, { person, redirectUri, challenge, scopes });
      return code;
    },
    token(form) {
      if (form.get('client_id') !== rules.clientId || form.get('client_secret') !== rules.clientSecret)
        return { ok: false, status: 401, error: 'invalid_client' };
      const type = form.get('grant_type');
      if (type === 'authorization_code') return redeem(form);
      return type === 'refresh_token' ? renew(form) : refused('unsupported_grant_type');
    },
    bearer(authorization = '') {
      const grant = access.get(authorization.replace(/^Bearer /, ''));
      return grant !== undefined && grant.until > now() ? grant.person : null;
    },
    revoke(mail) {
      for (const tokens of [access, refresh])
        for (const [token, grant] of tokens) if (grant.person.mail === mail) tokens.delete(token);
    },
    revokeToken(token) {
      const grant = refresh.get(token);
      if (grant !== undefined) this.revoke(grant.person.mail);
      return grant !== undefined;
    },
    expire(mail) {
      for (const grant of access.values()) if (grant.person.mail === mail) grant.until = now();
    },
    lasting: (mail) => [...refresh.values()].filter(({ person }) => person.mail === mail).length,
  };
}

function refused(error: string): TokenAnswer {
  return { ok: false, status: 400, error };
}
