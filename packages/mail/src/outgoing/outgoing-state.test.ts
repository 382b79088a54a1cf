import { expect, it } from 'vitest';
import { afterAttempt, filesCopy } from './outgoing-state.ts';

it('M3: only what was not taken for certain is tried again, and not for ever', () => {
  const reason = 'x';
  expect(afterAttempt({ kind: 'accepted', refused: [] }, 1)).toEqual({ state: 'SENT' });
  expect(afterAttempt({ kind: 'unknown', reason }, 1)).toEqual({ state: 'UNKNOWN' });
  expect(afterAttempt({ kind: 'refused', refused: [], reason }, 1)).toEqual({ state: 'REFUSED' });
  expect(afterAttempt({ kind: 'not-sent', reason }, 1)).toEqual({ state: 'QUEUED', waitSeconds: 15 });
  expect(afterAttempt({ kind: 'not-sent', reason }, 99)).toEqual({ state: 'REFUSED' });
});

it('M3: no second copy is laid beside the one that the server files itself', () => {
  expect(filesCopy('auto', 'mail.infomaniak.com')).toBe(true);
  expect(filesCopy('auto', 'smtp.gmail.com')).toBe(false);
  expect(filesCopy('always', 'smtp.gmail.com')).toBe(true);
  expect(filesCopy('never', 'mail.infomaniak.com')).toBe(false);
});
