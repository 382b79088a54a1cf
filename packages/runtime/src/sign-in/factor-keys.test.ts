import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { expect, test } from 'vitest';
import { createFactorKeys, readRecoveryCode } from './factor-keys.ts';

const [OLD, YOUNG] = ['o'.repeat(40), 'y'.repeat(40)];
const first = () => 0;

async function codeOf(uri: string): Promise<string> {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return createOTP(new TextDecoder().decode(base32.decode(secret))).totp();
}

test('B10 a second factor outlives a rotated secret: it opens with both, and after that with the new one alone', async () => {
  const { uri, sealed } = await createFactorKeys([OLD], first).make('Studio', 'lea@studio.test');
  const both = createFactorKeys([YOUNG, OLD], first);
  expect(await both.matches(sealed.secret, await codeOf(uri))).toBe(true);
  const anew = await both.reseal(sealed);
  expect(anew && (await both.reseal(anew))).toBeNull();
  const young = createFactorKeys([YOUNG], first);
  expect(await young.matches(anew?.secret ?? '', await codeOf(uri))).toBe(true);
  await expect(young.matches(sealed.secret, '000000')).rejects.toThrow();
});

test('B10 recovery codes are ten, of letters that are not mistaken, and stored sealed', async () => {
  let n = 0;
  const { recoveryCodes, backupCodes } = await createFactorKeys(
    [YOUNG],
    (below) => (n += 1) % below,
  ).makeCodes();
  expect(new Set(recoveryCodes).size).toBe(10);
  for (const code of recoveryCodes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  expect(backupCodes).not.toContain(recoveryCodes[0]);
});

test.each(['abcde-fgh23', 'ABCDE FGH23', ' abcdefgh23 ', 'abcde\u2013fgh23'])(
  'B10 a recovery code is read as it is typed: %s',
  (typed) => expect(readRecoveryCode(typed)).toBe('abcde-fgh23'),
);
