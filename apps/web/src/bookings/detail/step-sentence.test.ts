import { expect, test } from 'vitest';
import { stepSentence } from './step-sentence.ts';

const step = (more: object) =>
  stepSentence({
    action: 'confirm',
    party: 'artist',
    via: 'page',
    who: null,
    fromState: 'REQUESTED',
    toState: 'CONFIRMED',
    ...more,
  } as Parameters<typeof stepSentence>[0]);

test('B4 the first step is a request, or an appointment that was booked at once', () => {
  const first = { fromState: null, party: 'client' };
  expect(step({ ...first, toState: 'REQUESTED' })).toMatchObject({ action: 'request', who: 'client' });
  expect(step({ ...first, toState: 'CONFIRMED' })).toMatchObject({ action: 'book' });
});

test('B4 every step says who and from where; a person by name', () => {
  expect(step({})).toEqual({ action: 'confirm', who: 'studio', via: 'page' });
  expect(step({ who: 'Léa', via: 'calendar' })).toMatchObject({ who: 'named', via: 'calendar' });
  expect(step({ party: 'system', via: 'clock', action: 'expire', toState: 'EXPIRED' })).toEqual({
    action: 'expire',
    who: 'system',
    via: 'clock',
  });
});

test('cancelling a request says what became of it', () => {
  expect(step({ action: 'cancel', toState: 'DECLINED' }).action).toBe('decline');
  expect(step({ action: 'cancel', party: 'client', toState: 'WITHDRAWN' }).action).toBe('withdraw');
});

test('a step of a later version is told without words of its own', () => {
  expect(step({ action: 'teleport', via: 'telepathy' })).toMatchObject({ action: null, via: null });
});
