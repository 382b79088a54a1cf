import { describe, expect, it } from 'vitest';
import { addressGroup } from './address-group.ts';
import { challengeOf } from './challenge.ts';
import type { Guard } from './guard.ts';
import { letIn } from './let-in.ts';
import { mailboxOf } from './mailbox.ts';

const proof = { signature: 's', expiresAt: new Date(1) };
const challenge = { algorithm: 'SHA-256', challenge: 'c', salt: 's', signature: 's', maxnumber: 9 };
const guard: Guard = {
  accountHash: (email) => email,
  deviceMark: (email) => email,
  knownDevice: () => null,
  originHash: (ip) => Buffer.from(ip),
  challenge: () => Promise.resolve(challenge),
  verify: (solution) => Promise.resolve(solution === 'right' ? proof : null),
};

describe('what counts as one address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (ip, group) => expect(addressGroup(ip)).toBe(group));
});

describe('what counts as one mailbox', () => {
  it.each([
    ['Nora@Example.org', 'nora@example.org'],
    [' nora+tattoo@example.org ', 'nora@example.org'],
    ['no.ra@example.org', 'no.ra@example.org'],
  ])('%s is %s', (email, mailbox) => expect(mailboxOf(email)).toBe(mailbox));
});

describe('whoever asks without signing in', () => {
  const asker = { ip: '203.0.113.9', proof: 'right', proofNeeded: true };

  it('is let in with the hash of their address and the work that was done', async () => {
    const origin = { hash: Buffer.from('203.0.113.9'), proof };
    expect(await letIn(guard, asker)).toEqual({ ok: true, value: origin });
    const early = await letIn(guard, { ...asker, proof: null, proofNeeded: false });
    expect(early).toEqual({ ok: true, value: { ...origin, proof: null } });
  });

  it.each([
    { proof: 'wrong' },
    { proof: null },
    { proof: 'wrong', proofNeeded: false },
    { website: 'http://x' },
  ])('is refused in words, and never dropped in silence: %o', async (more) => {
    const answer = await letIn(guard, { ...asker, ...more });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(JSON.stringify(answer)).toContain('Nothing was sent');
  });

  it('is not looked at where limits are off', async () => {
    expect(await letIn(null, { ...asker, website: 'x', proof: null })).toEqual({ ok: true, value: null });
    expect(await challengeOf(null)).toEqual({ needed: false });
    expect(await challengeOf(guard)).toEqual({ needed: true, ...challenge });
  });
});
