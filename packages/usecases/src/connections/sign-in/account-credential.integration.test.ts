import { findConnection } from '@atelier/database/account/connection-store';
import { updateSignIn } from '@atelier/database/account/credential-store';
import { claimRenewal } from '@atelier/database/account/renewal';
import { addConnection } from '@atelier/database/testing/add-connection';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { ProviderSignIn, Tokens } from '@atelier/providers/port/sign-in';
import { describe, expect, it } from 'vitest';
import { type CredentialServices, credentialOf } from './account-credential.ts';
import { packTokens, unpackTokens } from './sealed-tokens.ts';

const NOW = new Date('2026-03-12T09:00:00Z');
const ANN = { personId: 'ann', tenantId: 'tenant', name: 'ann@studio.test' };
const secrets = {
  seal: (plain: string, about: string) => `${about}|${plain}`,
  open(sealed: string, about: string) {
    if (!sealed.startsWith(`${about}|`)) throw new Error('sealed for another row');
    return sealed.slice(about.length + 1);
  },
  isStale: () => false,
};

const tokens = (number: number, minutes: number): Tokens => ({
  access: `access ${number}`,
  refresh: `refresh ${number}`,
  previous: number > 1 ? `refresh ${number - 1}` : null,
  expiresAt: NOW.toTemporalInstant().add({ minutes }),
});

/** A provider whose every renewal gives the next number, and waits until it is let go. */
function numberedProvider() {
  const asked: string[] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const signIn: ProviderSignIn = {
    pageFor: () => Promise.reject(new Error('not in these tests')),
    redeem: () => Promise.reject(new Error('not in these tests')),
    covers: () => true,
    giveBack: () => Promise.resolve(true),
    async renew({ refresh }) {
      asked.push(refresh);
      const gate = Promise.withResolvers<void>();
      gates.push(gate);
      await gate.promise;
      return tokens(Number(refresh.slice(-1)) + 1, 60);
    },
  };
  return { asked, gates, signIn };
}

async function world(stored = tokens(1, 0)) {
  const test = await createTestDatabase();
  const { database } = test;
  await database.prisma.user.create({ data: { id: 'ann', name: 'Ann', email: 'ann@studio.test' } });
  const id = await addConnection(database, { ownerId: 'ann' });
  const provider = numberedProvider();
  const at = { now: NOW };
  const renewing = Promise.withResolvers<void>();
  const { renew } = provider.signIn;
  const waits: (() => void)[] = [];
  const services: CredentialServices = {
    database,
    secrets,
    signIns: { of: () => ({ ...provider.signIn, renew: (one) => (renewing.resolve(), renew(one)) }) },
    clock: () => at.now,
    wait: () => new Promise<void>((resolve) => waits.push(resolve)),
  };
  const row = async () => {
    const found = await findConnection(database, id);
    if (!found) throw new Error('it should be there');
    return { ...found, kind: 'microsoft' as const };
  };
  const { credentialId } = await row();
  const store = (one: Tokens) =>
    updateSignIn(database, {
      id: credentialId,
      secret: secrets.seal(packTokens({ signedIn: ANN, tokens: one }), credentialId),
      username: 'ann@studio.test',
      scopes: [],
    });
  await store(stored);
  const worker = async () => {
    const credential = credentialOf(services, await row());
    if (credential.kind !== 'oauth') throw new Error('it should be tokens');
    return credential;
  };
  const kept = async () => unpackTokens(secrets.open((await row()).secret, credentialId)).tokens;
  return {
    database,
    credentialId,
    provider,
    at,
    waits,
    services,
    worker,
    store,
    kept,
    renewing: renewing.promise,
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

/** Until somebody waits: for a gate or for another worker. */
const until = async (there: () => boolean) => {
  while (!there()) await new Promise((resolve) => setImmediate(resolve));
};

describe('tokens of an account', () => {
  it('P1: a token that is good is given without asking anybody', async () => {
    await using one = await world(tokens(1, 60));
    expect(await (await one.worker()).accessToken()).toBe('access 1');
    expect(one.provider.asked).toEqual([]);
  });

  it('P1: of two workers one renews, the other waits for what it stores', async () => {
    await using one = await world();
    const [first, second] = [(await one.worker()).accessToken(), (await one.worker()).accessToken()];
    await until(() => one.provider.gates.length === 1 && one.waits.length === 1);
    one.provider.gates[0]?.resolve();
    const token = await Promise.race([first, second]);
    one.waits[0]?.();
    expect(await Promise.all([first, second])).toEqual([token, token]);
    expect(one.provider.asked).toEqual(['refresh 1']);
    expect(await one.kept()).toEqual(tokens(2, 60));
  });

  it('P1: the new refresh token is stored before anything uses the access token', async () => {
    await using one = await world();
    const given = (await one.worker()).accessToken();
    await one.renewing;
    one.provider.gates[0]?.resolve();
    expect(await given).toBe('access 2');
    expect((await one.kept()).refresh).toBe('refresh 2');
  });

  it('P1: a worker that died while it renewed holds nobody up for long, and the old token is tried again', async () => {
    await using one = await world();
    const dead = { credentialId: one.credentialId, until: new Date(NOW.getTime() + 45_000) };
    expect(await claimRenewal(one.database, dead, NOW)).not.toBeNull();
    const given = (await one.worker()).accessToken();
    await until(() => one.waits.length === 1);
    one.at.now = new Date(NOW.getTime() + 46_000);
    one.waits[0]?.();
    await until(() => one.provider.gates.length === 1);
    one.provider.gates[0]?.resolve();
    expect(await given).toBe('access 2');
    expect(one.provider.asked).toEqual(['refresh 1']);
  });

  it('P1: an answer that got lost leaves the account as it was, for the next run', async () => {
    await using one = await world();
    const lost = (await one.worker()).accessToken();
    await until(() => one.provider.gates.length === 1);
    one.provider.gates[0]?.reject(new ProviderFailure('unreachable', 'lost', ''));
    await expect(lost).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await one.kept()).toEqual(tokens(1, 0));
    const again = (await one.worker()).accessToken();
    await until(() => one.provider.gates.length === 2);
    one.provider.gates[1]?.resolve();
    expect(await again).toBe('access 2');
  });

  it('P2: who signs in again while an old token is being renewed keeps the new sign-in', async () => {
    await using one = await world();
    const given = (await one.worker()).accessToken();
    await until(() => one.provider.gates.length === 1);
    await one.store(tokens(7, 60));
    one.provider.gates[0]?.resolve();
    expect(await given).toBe('access 7');
    expect(await one.kept()).toEqual(tokens(7, 60));
  });

  it('P1: a token that the server refused is not given again, and is renewed once for all who met it', async () => {
    await using one = await world(tokens(1, 60));
    const [first, second] = [await one.worker(), await one.worker()];
    const renewed = first.accessToken('access 1');
    await until(() => one.provider.gates.length === 1);
    one.provider.gates[0]?.resolve();
    expect(await renewed).toBe('access 2');
    expect(await second.accessToken('access 1')).toBe('access 2');
    expect(await second.accessToken()).toBe('access 2');
    expect(one.provider.asked).toEqual(['refresh 1']);
  });

  it('P1: where the registration was taken away, nobody is signed out', async () => {
    await using one = await world();
    const credential = credentialOf(
      { ...one.services, signIns: { of: () => null } },
      {
        ...(await findRow(one)),
        kind: 'google',
      },
    );
    await expect(credential.kind === 'oauth' && credential.accessToken()).rejects.toMatchObject({
      kind: 'registration',
    });
    expect(await one.kept()).toEqual(tokens(1, 0));
  });
});

async function findRow({ database }: Pick<CredentialServices, 'database'>) {
  const { id } = await database.prisma.connection.findFirstOrThrow();
  const row = await findConnection(database, id);
  if (!row) throw new Error('it should be there');
  return row;
}
