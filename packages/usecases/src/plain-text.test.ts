import { expect, test } from 'vitest';
import { readClient, readNote } from './booking/request/client-details.ts';
import { oneLine } from './mail/one-line.ts';
import { asLine, breaksLine, plainLine, plainText } from './plain-text.ts';
import { readLine } from './typed-text.ts';

const UNSEEN = [
  ...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069',
  ...'\u200B\u200E\u200F\u061C\u2060\uFEFF\u00AD\u{E0041}',
];

test.each(UNSEEN)('B10 what nobody sees (%j) is left out of every name and every text', (mark) => {
  const typed = `${mark}moc.live${mark} Ana`;
  expect([plainLine(typed), asLine(typed), plainText(typed)]).toEqual(Array(3).fill('moc.live Ana'));
  expect(readClient({ name: typed, email: 'ana@example.org' })).toMatchObject({
    value: { name: 'moc.live Ana' },
  });
  expect(readNote(typed)).toMatchObject({ value: 'moc.live Ana' });
  expect(readLine(typed, { field: 'name', most: 80 })).toMatchObject({ value: 'moc.live Ana' });
  expect(oneLine(typed, 80)).toBe('moc.live Ana');
});

test.each(['\n', '\r', '\u0000', '\u0085', '\u2028', '\u2029', '\u001B'])(
  'B10 %j is no part of a name',
  (mark) => {
    expect(breaksLine(plainLine(`An${mark}a`))).toBe(true);
    expect(readClient({ name: `An${mark}a`, email: 'ana@example.org' }).ok).toBe(false);
    expect(asLine(`An${mark}a`)).toBe('An a');
  },
);

test('B10 what belongs to a script stays: joined letters, joined emoji, letters from right to left', () => {
  for (const name of ['می‌خواهم', '👩‍🎨', 'שלום', 'Zoë', '周杰倫']) expect(plainLine(name)).toBe(name);
});
