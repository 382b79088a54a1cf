import { SEEN_HEADER, writeSeen } from '@atelier/api/live/seen';
import { describe, expect, it } from 'vitest';
import { createAnsweredSince } from './answered-since.ts';

const answer = (tick: number, statuses = 'a.1') =>
  new Response('', { headers: { [SEEN_HEADER]: writeSeen({ tick, statuses }) } });

const never = () => expect.unreachable('nothing older came in');

describe('where the live stream of a page begins', () => {
  it('I6 is the oldest of its answers: what changed since is told, and nothing is asked twice', () => {
    const since = createAnsweredSince();
    for (const tick of [7, 5, 9]) since.note(answer(tick));
    expect(since.begin(never)).toEqual({ tick: 5, statuses: 'a.1' });
    since.note(answer(12));
  });

  it('I6 is unknown where no answer says, as those that the device kept', () => {
    const since = createAnsweredSince();
    for (const header of ['', '7', 'x a.1', '-1 a.1'])
      since.note(new Response('', { headers: { [SEEN_HEADER]: header } }));
    since.note(new Response(''));
    expect(since.begin(never)).toBeNull();
  });

  it('I6 equals no statuses where its answers came from two processes', () => {
    const since = createAnsweredSince();
    for (const name of ['a.1', 'b.1', 'a.1']) since.note(answer(5, name));
    expect(since.begin(never)?.statuses).not.toMatch(/^[ab]/);
  });

  it('I6 an answer that was under way and is older than the stream is said', () => {
    const since = createAnsweredSince();
    since.note(answer(7));
    let older = 0;
    since.begin(() => {
      older += 1;
    });
    since.note(answer(7));
    since.note(answer(6));
    expect(older).toBe(1);
  });

  it('P1 nothing of whoever left counts for whoever comes', () => {
    const since = createAnsweredSince();
    since.note(answer(5));
    since.begin(never);
    since.forget();
    since.note(answer(3));
    expect(since.begin(never)?.tick).toBe(3);
  });
});
