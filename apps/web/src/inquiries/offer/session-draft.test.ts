import { expect, test } from 'vitest';
import { sessionMinutes, toggledTime, withTime } from './session-draft.ts';

test('a session lasts five minutes to a day', () => {
  const minutes = (length: string) => sessionMinutes({ length, times: [] });
  expect([minutes('3h30'), minutes('2 heures'), minutes('24 h')]).toEqual([210, 120, 1_440]);
  expect([minutes('long'), minutes('4 min'), minutes('2 days')]).toEqual([null, null, null]);
});

test('offered times are there once and in order', () => {
  const [early, late] = [new Date(1_000), new Date(2_000)];
  expect(withTime([late], early)).toEqual([early, late]);
  expect(withTime([early, late], new Date(1_000))).toEqual([early, late]);
});

test('touching an offered time takes it out again', () => {
  const [early, late] = [new Date(1_000), new Date(2_000)];
  expect(toggledTime([late], early)).toEqual([early, late]);
  expect(toggledTime([early, late], new Date(1_000))).toEqual([late]);
});
