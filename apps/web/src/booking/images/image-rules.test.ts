import { expect, test } from 'vitest';
import { checkImage, LARGEST_IMAGE, MOST_IMAGES, problemOfStatus } from './image-rules.ts';

const file = (type: string, { size = 1_000 } = {}) => ({ type, size });

test('each image is judged by itself, before it is sent', () => {
  expect(checkImage(file('image/jpeg'), 0)).toBeNull();
  expect(checkImage(file('image/heic'), 0)).toBe('notImage');
  expect(checkImage(file('application/pdf'), 0)).toBe('notImage');
  expect(checkImage(file('image/svg+xml'), 0)).toBe('notImage');
  expect(checkImage(file('image/png', { size: LARGEST_IMAGE + 1 }), 0)).toBe('tooLarge');
  expect(checkImage(file('image/png'), MOST_IMAGES)).toBe('tooMany');
});

test.each([
  [413, 'tooLarge'],
  [415, 'notImage'],
  [422, 'notImage'],
  [429, 'limited'],
  [500, 'failed'],
  [0, 'failed'],
])('the server’s %i means %s', (status, problem) => {
  expect(problemOfStatus(status)).toBe(problem);
});
