import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const OLD = 'o'.repeat(40);
const NEW = 'n'.repeat(40);

test('S14 whatever is sealed opens again, and nothing of it shows', () => {
  const box = createSecretBox([NEW]);
  fc.assert(
    fc.property(fc.string({ minLength: 8, unit: 'binary' }), fc.uuid(), (plain, about) => {
      const sealed = box.seal(plain, about);
      expect(box.open(sealed, about)).toBe(plain);
      expect(sealed).not.toContain(plain);
      expect(box.seal(plain, about)).not.toBe(sealed);
    }),
  );
});

test('S14 a sealed password does not open for another record, nor after a single changed byte', () => {
  const box = createSecretBox([NEW]);
  const sealed = box.seal('app-password', 'one');
  expect(() => box.open(sealed, 'two')).toThrow();
  const [version, key, iv, body = ''] = sealed.split('.');
  const forged = Buffer.from(body, 'base64url').map((byte, index) => (index === 0 ? byte ^ 1 : byte));
  expect(() =>
    box.open([version, key, iv, Buffer.from(forged).toString('base64url')].join('.'), 'one'),
  ).toThrow();
});

test('S14 rotation: older secrets open and are stale; a forgotten one says so without the text', () => {
  const sealed = createSecretBox([OLD]).seal('app-password', 'one');
  const rotating = createSecretBox([NEW, OLD]);
  expect(rotating.open(sealed, 'one')).toBe('app-password');
  expect(rotating.isStale(sealed)).toBe(true);
  expect(rotating.isStale(rotating.seal('app-password', 'one'))).toBe(false);
  expect(() => createSecretBox([NEW]).open(sealed, 'one')).toThrow(/secret that is not configured/);
});
