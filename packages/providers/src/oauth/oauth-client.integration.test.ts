import { type AuthorityOptions, startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { describe, expect, it } from 'vitest';
import { parseAllowList } from '../http/allow-list.ts';
import { createGuardedHttp } from '../http/guarded-http.ts';
import { systemResolve } from '../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS } from '../http/http-limits.ts';
import type { SignInRight } from '../port/sign-in.ts';
import { googleAuthority, microsoftAuthority } from './authority.ts';
import { createOAuthClient } from './oauth-client.ts';

type Provider = AuthorityOptions['provider'];

const REDIRECT = 'http://localhost:4600/api/oauth/callback';

async function open(provider: Provider) {
  await using stack = new AsyncDisposableStack();
  const sandbox = stack.use(await startAuthority({ provider }));
  const ann = sandbox.addPerson({ id: 'ann-id', mail: 'ann@studio.test', tenant: 'tenant-1' });
  const http = stack.adopt(
    createGuardedHttp({
      allow: parseAllowList('127.0.0.1'),
      resolve: systemResolve,
      limits: DEFAULT_HTTP_LIMITS,
      monotonicMs: () => performance.now(),
    }),
    (one) => one.close(),
  );
  const { origin, rules } = sandbox;
  const authority =
    provider === 'microsoft'
      ? microsoftAuthority(origin, 'common')
      : googleAuthority(origin, `${origin}/token`);
  const client = createOAuthClient({
    http,
    authority,
    clientId: rules.clientId,
    clientSecret: rules.clientSecret,
    now: () => Temporal.Now.instant(),
  });
  const verifier = 'v'.repeat(43);
  const rights: readonly SignInRight[] = ['calendars'];
  const asked = { rights, redirectUri: REDIRECT, state: 'the state', verifier, hint: null };
  const back = async (mail: string | null) =>
    new URL(await sandbox.answer(await client.pageFor(asked), mail)).searchParams;
  const signIn = async () => {
    const result = await client.redeem({ ...asked, query: await back(ann.mail) });
    if (!result.ok) throw new Error(result.reason);
    return result;
  };
  const owned = stack.move();
  return {
    sandbox,
    client,
    asked,
    back,
    signIn,
    ann,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

describe.each<Provider>(['microsoft', 'google'])('signing in with %s', (provider) => {
  it('P1: who agrees gives tokens that work, and says who they are by an id that no mail address is', async () => {
    await using world = await open(provider);
    const { tokens, signedIn, scopes } = await world.signIn();
    expect(world.sandbox.bearer(`Bearer ${tokens.access}`)).toEqual(world.ann);
    expect(signedIn).toEqual({
      personId: 'ann-id',
      tenantId: provider === 'microsoft' ? 'tenant-1' : null,
      name: 'ann@studio.test',
    });
    expect(scopes).toContain(
      provider === 'microsoft' ? 'Calendars.ReadWrite' : 'https://www.googleapis.com/auth/calendar.events',
    );
  });

  it('P8: nothing but calendars is asked for, and who it is', async () => {
    await using world = await open(provider);
    const page = await world.client.pageFor(world.asked);
    const beside = /^(offline_access|openid|profile|email|User\.Read)$/;
    const scopes = page.searchParams.get('scope')?.split(' ') ?? [];
    expect(scopes.filter((scope) => !beside.test(scope)).every((scope) => /calendar/i.test(scope))).toBe(
      true,
    );
    expect(page.searchParams.get('code_challenge_method')).toBe('S256');
    expect(page.search).not.toContain(world.asked.verifier);
  });

  it('P2: who says no is told so', async () => {
    await using world = await open(provider);
    const query = await world.back(null);
    expect(await world.client.redeem({ ...world.asked, query })).toEqual({ ok: false, reason: 'denied' });
  });

  it('P2: a code works once', async () => {
    await using world = await open(provider);
    const query = await world.back(world.ann.mail);
    expect(await world.client.redeem({ ...world.asked, query })).toMatchObject({ ok: true });
    expect(await world.client.redeem({ ...world.asked, query })).toEqual({ ok: false, reason: 'spent' });
  });

  it('P8: a box that was left unticked is noticed at once', async () => {
    await using world = await open(provider);
    world.sandbox.rules.withheld = ['Calendars.ReadWrite', 'https://www.googleapis.com/auth/calendar.events'];
    const query = await world.back(world.ann.mail);
    expect(await world.client.redeem({ ...world.asked, query })).toEqual({
      ok: false,
      reason: 'rights-missing',
    });
  });

  it('P1: new tokens come for old ones, and the old are kept until the new have proved themselves', async () => {
    await using world = await open(provider);
    const { tokens } = await world.signIn();
    const newer = await world.client.renew(tokens);
    expect(newer.access).not.toBe(tokens.access);
    const rotated = provider === 'microsoft';
    expect(newer.refresh === tokens.refresh).toBe(!rotated);
    expect(newer.previous).toBe(rotated ? tokens.refresh : null);
  });

  it('P2: rights that were taken back end the sign-in', async () => {
    await using world = await open(provider);
    const { tokens } = await world.signIn();
    world.sandbox.revoke(world.ann.mail);
    await expect(world.client.renew(tokens)).rejects.toMatchObject({ kind: 'signed-out' });
  });

  it.each([
    ['invalid_client', 'registration'],
    ['throttled', 'throttled'],
    ['server-error', 'server-error'],
    ['temporarily_unavailable', 'malformed'],
    ['html', 'malformed'],
    ['hangs-up', 'unreachable'],
    ['lost-answer', 'unreachable'],
  ] as const)('P1: %s ends nothing, and the next time it works', async (fault, kind) => {
    await using world = await open(provider);
    const { tokens } = await world.signIn();
    world.sandbox.faults.push(fault);
    await expect(world.client.renew(tokens)).rejects.toMatchObject({ kind });
    expect(await world.client.renew(tokens)).toMatchObject({ access: expect.stringMatching(/^access-/) });
  });
});

it('P1: a newest token that was never any good falls back on the one before it, once', async () => {
  await using world = await open('microsoft');
  const { tokens } = await world.signIn();
  const damaged = { ...tokens, refresh: 'never heard of', previous: tokens.refresh };
  expect(await world.client.renew(damaged)).toMatchObject({ previous: tokens.refresh });
  expect(world.sandbox.asked).toEqual(['authorization_code', 'refresh_token', 'refresh_token']);
});

it('P8: Google takes rights back when it is told so, Microsoft only on a page of its own', async () => {
  await using google = await open('google');
  const { tokens } = await google.signIn();
  expect(await google.client.giveBack(tokens)).toBe(true);
  expect(google.sandbox.bearer(`Bearer ${tokens.access}`)).toBeNull();
  expect(await google.client.giveBack(tokens)).toBe(true);
  await using microsoft = await open('microsoft');
  expect(await microsoft.client.giveBack((await microsoft.signIn()).tokens)).toBe(false);
});
