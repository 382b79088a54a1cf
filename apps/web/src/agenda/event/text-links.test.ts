import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeLink, textPieces } from './text-links.ts';

const links = (text: string) => textPieces(text).flatMap(({ href }) => (href === null ? [] : [href]));

test('web and mail addresses become links', () => {
  expect(textPieces('See https://a.example/b?c=d or mailto:lena@a.example')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://a.example/b?c=d', href: 'https://a.example/b?c=d' },
    { text: ' or ', href: null },
    { text: 'mailto:lena@a.example', href: 'mailto:lena@a.example' },
  ]);
});

test('the end of a sentence is not part of the link', () => {
  expect(links('(https://a.example/b).')).toEqual(['https://a.example/b']);
});

test.each([
  ['javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)'],
  ['data:text/html,<script>alert(1)</script>'],
  ['vbscript:x'],
  ['file:///etc/passwd'],
  ['//evil.example'],
  [' javascript:alert(1)'],
])('%s is never a link', (text) => {
  expect(links(text)).toEqual([]);
  expect(safeLink(text)).toBeNull();
});

test('markup stays text', () => {
  expect(textPieces('<img src=x onerror=alert(1)>')).toEqual([
    { text: '<img src=x onerror=alert(1)>', href: null },
  ]);
});

test('no letter is lost or added, and every link is harmless', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('https://', 'http://x.y', 'mailto:', 'javascript:', ' ', ')', '<a href='),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const pieces = textPieces(parts.join(''));
      expect(pieces.map(({ text }) => text).join('')).toBe(parts.join(''));
      for (const { href } of pieces) expect(href === null || /^(https?|mailto):/.test(href)).toBe(true);
    }),
  );
});
