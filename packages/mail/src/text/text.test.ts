import { describe, expect, it } from 'vitest';
import { preview } from './preview.ts';
import { safeName } from './safe-name.ts';

describe('previews', () => {
  it('M5: show what was written now, in one line', () => {
    expect(preview('Hello,\n\n> old words\nsee you\r\n-- \r\nAnn\n')).toBe('Hello, see you');
    expect(preview('é'.repeat(500))).toHaveLength(160);
  });
});

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.pdf', 'a.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['con.txt', '_con.txt'],
    ['..', 'file'],
    ['', 'file'],
    [null, 'file'],
    ['a\r\nb".png', 'ab_.png'],
    ['dessin été 🎨.png', 'dessin été 🎨.png'],
  ])('M4: %j becomes %j', (name, expected) => {
    expect(safeName(name, 'file')).toBe(expected);
  });

  it('M4: long ones keep their end', () => {
    const name = safeName(`${'é'.repeat(300)}.pdf`, 'file');
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(150);
    expect(name.endsWith('é.pdf')).toBe(true);
  });
});
