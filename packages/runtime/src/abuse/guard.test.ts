import { solveChallenge } from 'altcha-lib/v1';
import { describe, expect, it } from 'vitest';
import { createGuard } from './guard.ts';

const SECRET = 'x'.repeat(40);
let now = new Date('2026-03-10T09:00:00Z');
const guard = createGuard(SECRET, () => now);

async function solved(change: object = {}) {
  const { challenge, salt, algorithm, signature, maxnumber } = await guard.challenge();
  const found = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  const payload = { algorithm, challenge, number: found?.number, salt, signature, ...change };
  return Buffer.from(JSON.stringify(payload)).toString('base64');
}

describe('addresses', () => {
  it('are told apart, and written down in a form that nobody reads them out of', () => {
    expect(guard.originHash('203.0.113.9')).toEqual(guard.originHash('::ffff:203.0.113.9'));
    expect(guard.originHash('203.0.113.9')).not.toEqual(guard.originHash('203.0.113.8'));
    const other = createGuard('y'.repeat(40), () => now);
    expect(other.originHash('203.0.113.9')).not.toEqual(guard.originHash('203.0.113.9'));
  });
});

describe('proofs of work', () => {
  it('are accepted as a page sends them, with the time until which they must be remembered', async () => {
    const proof = await guard.verify(await solved());
    expect(proof?.signature).toMatch(/^[0-9a-f]{64}$/);
    expect(proof?.expiresAt).toEqual(new Date('2026-03-10T09:20:00Z'));
  });

  it.each([
    ['another number', { number: 20_001 }],
    ['another riddle', { challenge: 'f'.repeat(64) }],
    ['a later end', { salt: 'abc?expires=9999999999&' }],
    ['another signature', { signature: '0'.repeat(64) }],
    ['another algorithm', { algorithm: 'SHA-1' }],
    ['a number in words', { number: '1' }],
  ])('are refused with %s', async (_what, change) => {
    expect(await guard.verify(await solved(change))).toBeNull();
  });

  it.each([
    '',
    'no base64 at all',
    Buffer.from('null').toString('base64'),
    Buffer.from('[]').toString('base64'),
  ])('are refused as rubbish: %s', async (rubbish) => expect(await guard.verify(rubbish)).toBeNull());

  it('are refused when they are old, and when they come from another installation', async () => {
    const solution = await solved();
    expect(await createGuard('y'.repeat(40), () => now).verify(solution)).toBeNull();
    now = new Date('2026-03-10T09:20:00Z');
    expect(await guard.verify(solution)).toBeNull();
  });
});
