import { expect, test } from 'vitest';
import { dropped, FIRST_LINE, failed, liveStateOf, opened } from './live-state.ts';

test('it is live only after the server has greeted', () => {
  expect(liveStateOf(FIRST_LINE)).toBe('connecting');
  expect(liveStateOf(opened(FIRST_LINE))).toBe('live');
});

test('a line that drops is reconnecting, and live again with the next greeting', () => {
  const cut = dropped(opened(FIRST_LINE));
  expect(liveStateOf(cut)).toBe('reconnecting');
  expect(liveStateOf(opened(cut))).toBe('live');
});

test('after four vain attempts it is offline', () => {
  const vain = [1, 2, 3].reduce(failed, dropped(opened(FIRST_LINE)));
  expect(liveStateOf(vain)).toBe('reconnecting');
  expect(liveStateOf(failed(vain))).toBe('offline');
});

test('without a network it is offline at once, whatever the socket still believes', () => {
  expect(liveStateOf({ ...opened(FIRST_LINE), online: false })).toBe('offline');
});
