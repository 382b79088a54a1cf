import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddress, namesOther, uniqueMailboxes, writtenMailbox } from './mailbox.ts';
import { readMailbox, readRecipients } from './typed-recipients.ts';

describe('recipients', () => {
  it('M5: are read as people type them', () => {
    const typed =
      'ann@studio.test, Léo Martin <leo@x.test>; "Roux, Ana" <ana@x.test>\nANN@studio.test, nobody';
    expect(readRecipients(typed)).toEqual({
      mailboxes: [
        { name: '', address: 'ann@studio.test' },
        { name: 'Léo Martin', address: 'leo@x.test' },
        { name: 'Roux, Ana', address: 'ana@x.test' },
      ],
      unknown: ['nobody'],
    });
  });

  it.each([
    'a@x.test\r\nBcc: evil@x.test',
    'a@x.test b@x.test',
    'a@x.test,b@x.test',
    '<a@x.test>',
    'a@b@c',
    'a\u0000@x.test',
    '@route:a@x.test',
    `${'a'.repeat(300)}@x.test`,
  ])('M5: no second recipient or header hides in one: %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });

  it('M5: whatever is typed, only single addresses come out, without a line end anywhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a@. "\\<>,;:\r\n\0é🎨') }), (text) => {
        for (const { name, address } of readRecipients(`${text}, x <a@x.test>${text}`).mailboxes) {
          expect(isAddress(address)).toBe(true);
          expect(`${name}${address}`).not.toMatch(/[\r\n\0]/);
        }
      }),
    );
  });

  it('M5: what is written is read again', () => {
    for (const name of ['', 'Ann', 'Roux, Ana', 'a "quoted" \\ name', 'Léo 🎨'])
      expect(readMailbox(writtenMailbox({ name, address: 'a@x.test' }))).toEqual({
        name,
        address: 'a@x.test',
      });
  });

  it('stand once each', () => {
    const twice = [
      { name: 'A', address: 'a@x.test' },
      { name: '', address: 'A@X.test' },
    ];
    expect(uniqueMailboxes(twice)).toEqual(twice.slice(0, 1));
  });

  it('M4: a name that is another address is noticed', () => {
    expect(namesOther({ name: 'ceo@bank.test', address: 'evil@x.test' })).toBe(true);
    expect(namesOther({ name: 'Ann (ann@x.test)', address: 'ann@x.test' })).toBe(false);
    expect(namesOther({ name: 'Ann', address: 'ann@x.test' })).toBe(false);
  });
});
