import { describe, expect, it } from 'vitest';
import { judgeRefusal, refusalFrom } from './judge-refusal.ts';

const judged = (said: Readonly<Record<string, unknown>>) => judgeRefusal(refusalFrom(said));

describe('what an authority says', () => {
  it.each([
    ['a refresh token that is taken no more', { error: 'invalid_grant' }, 'ended'],
    ['a rule that wants the person to come again', { error: 'interaction_required' }, 'ended'],
    ['a person who said no', { error: 'access_denied' }, 'denied'],
    ['a secret that has expired', { error: 'invalid_client', error_codes: [7_000_222] }, 'registration'],
    ['an application that nobody knows', { error: 'unauthorized_client' }, 'registration'],
    ['trouble of its own', { error: 'temporarily_unavailable' }, 'later'],
    ['a rule of a Workspace', { error: 'admin_policy_enforced' }, 'admin-consent'],
    [
      'Microsoft, for whom a no and a need of an admin are one error',
      { error: 'access_denied', error_description: 'AADSTS90094: The grant requires admin permission.' },
      'admin-consent',
    ],
  ])('P2: %s', (_, said, meaning) => {
    expect(judged(said)).toBe(meaning);
  });

  it('P2: what nobody has heard of ends nobody’s sign-in', () => {
    expect(judged({ error: 'something_new' })).toBe('registration');
    expect(judged({ error: '__proto__' })).toBe('registration');
    expect(judged({})).toBe('registration');
  });
});
