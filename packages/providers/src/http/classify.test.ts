import { describe, expect, test } from 'vitest';
import { ProviderFailure } from '../port/failure.ts';
import { failureFromError, failureFromStatus } from './classify.ts';
import { BodyRefusedError } from './decoded-body.ts';
import { RefusedAddressError } from './guarded-lookup.ts';

const now = Temporal.Instant.from('2026-07-01T12:00:00Z');
const withCode = (code: string): Error => Object.assign(new Error(`secret 10.0.0.1 ${code}`), { code });

describe('S9 statuses', () => {
  test.each([
    [401, undefined, 'credentials'],
    [403, undefined, 'forbidden'],
    [404, undefined, 'not-found'],
    [410, undefined, 'not-found'],
    [405, undefined, 'wrong-service'],
    [400, undefined, 'wrong-service'],
    [501, undefined, 'wrong-service'],
    [413, undefined, 'too-large'],
    [507, undefined, 'too-large'],
    [429, undefined, 'throttled'],
    [429, '30', 'throttled'],
    [503, '30', 'throttled'],
    [503, undefined, 'server-error'],
    [500, undefined, 'server-error'],
    [502, undefined, 'server-error'],
    [504, undefined, 'server-error'],
  ])('%i with Retry-After %j is %s', (status, retryAfter, kind) => {
    const failure = failureFromStatus(status, retryAfter, now);
    expect(failure).toMatchObject({ kind, status, retryAfterMs: retryAfter === undefined ? null : 30_000 });
    expect(failure.hint).not.toBe('');
  });
});

describe('S9 errors', () => {
  test.each([
    ['ECONNREFUSED', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['ECONNRESET', 'unreachable'],
    ['UND_ERR_SOCKET', 'unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'unreachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_OVERFLOW', 'too-large'],
  ])('%s is %s and tells no address', (code, kind) => {
    const failure = failureFromError(withCode(code));
    expect(failure.kind).toBe(kind);
    expect(JSON.stringify([failure.message, failure.hint, failure.cause])).not.toContain('10.0.0.1');
  });

  test('S14 closed and filtered ports read alike', () => {
    const closed = failureFromError(withCode('ECONNREFUSED'));
    for (const code of ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH']) {
      const { kind, message, hint } = failureFromError(withCode(code));
      expect({ kind, message, hint }).toEqual({
        kind: closed.kind,
        message: closed.message,
        hint: closed.hint,
      });
    }
  });

  test('several addresses tried in vain are one failure', () => {
    const error = new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]);
    expect(failureFromError(error)).toMatchObject({
      kind: 'unreachable',
      message: 'The server cannot be reached.',
    });
  });

  test.each([
    [new RefusedAddressError('nas.local'), 'refused-address'],
    [new BodyRefusedError('too-large'), 'too-large'],
    [new BodyRefusedError('too-slow'), 'timeout'],
    [new BodyRefusedError('undecodable'), 'malformed'],
    [new DOMException('', 'TimeoutError'), 'timeout'],
  ])('%s becomes %s', (error, kind) => {
    expect(failureFromError(error).kind).toBe(kind);
  });

  test('a failure that is classified already passes as it is', () => {
    const failure = new ProviderFailure('forbidden', 'm', 'h');
    expect(failureFromError(failure)).toBe(failure);
  });
});
