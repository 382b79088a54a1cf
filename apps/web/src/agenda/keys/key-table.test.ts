import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';
import { KEY_TABLE, meaningOf } from './key-table.ts';

const pressed = (key: string, more: Partial<Parameters<typeof keyOf>[0]> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test('I3 a key means one thing on the page, one in the grid and one in mail', () => {
  for (const where of ['page', 'grid', 'mail'] as const) {
    const keys = KEY_TABLE.filter((row) => row.where === where).flatMap((row) => row.keys);
    expect(new Set(keys).size, where).toBe(keys.length);
  }
});

test('I3 in the grid an arrow walks, elsewhere it turns the page', () => {
  expect(meaningOf('ArrowRight', 'page')).toBe('next');
  expect(meaningOf('ArrowRight', 'grid')).toBe('walk');
  expect(meaningOf('t', 'grid')).toBe('today');
  expect(meaningOf('x', 'page')).toBeNull();
  expect(meaningOf('j', 'mail')).toBe('mailNext');
  expect(meaningOf('t', 'mail')).toBeNull();
});

test('a sign counts by itself, wherever a keyboard has it', () => {
  expect(pressed('?', { shiftKey: true })).toBe('?');
  expect(pressed('[', { ctrlKey: true, altKey: true })).toBe('[');
});

test('Ctrl and Cmd are the same, and Shift is told apart where the sign does not tell it', () => {
  expect(pressed('z', { ctrlKey: true })).toBe('Mod+z');
  expect(pressed('Z', { metaKey: true, shiftKey: true })).toBe('Mod+Shift+z');
  expect(pressed('ArrowUp', { altKey: true, shiftKey: true })).toBe('Alt+Shift+ArrowUp');
});
