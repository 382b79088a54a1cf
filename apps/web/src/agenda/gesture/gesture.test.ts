import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { follow, type Gesture, type Grip, IDLE, type Input, type Wish } from './gesture.ts';
import type { Place, WallSpan } from './wall-span.ts';

const at = (text: string) => Temporal.PlainDateTime.from(`2026-12-01T${text}`);
const time = (text: string): Place => ({ kind: 'time', at: at(text) });
const span: WallSpan = { allDay: false, start: at('10:00'), end: at('11:00') };
const held = (movable = true) => ({ id: 'e', span, movable });
const onEvent = (more: Partial<Extract<Grip, { kind: 'event' }>> = {}): Grip => ({
  kind: 'event',
  event: held(),
  edge: null,
  place: time('10:30'),
  ...more,
});
const empty: Grip = { kind: 'empty', place: time('14:10') };
const NONE = { fine: false, copy: false };

const press = (grip: Grip, touch = false): Input => ({ type: 'press', touch, at: { x: 100, y: 100 }, grip });
const move = (x: number, y: number, place: Place | null = null, modifiers = NONE): Input => ({
  type: 'move',
  at: { x, y },
  place,
  modifiers,
});
const HELD: Input = { type: 'held' };
const RELEASE: Input = { type: 'release' };
const CANCEL: Input = { type: 'cancel' };

function played(...inputs: readonly Input[]): { gesture: Gesture; wishes: readonly Wish[] } {
  let gesture: Gesture = IDLE;
  const wishes: Wish[] = [];
  for (const input of inputs) {
    const [next, wish] = follow(gesture, input);
    gesture = next;
    if (wish) wishes.push(wish);
  }
  return { gesture, wishes };
}
const times = ({ start, end }: WallSpan) =>
  [start, end].map((each) => each.toPlainTime().toString().slice(0, 5));
const only = (wishes: readonly Wish[]) => {
  expect(wishes).toHaveLength(1);
  const [wish] = wishes;
  return wish && 'span' in wish ? { ...wish, span: times(wish.span) } : wish;
};

test('a click opens an event, and drafts an hour in an empty place', () => {
  expect(only(played(press(onEvent()), RELEASE).wishes)).toEqual({ kind: 'open', id: 'e' });
  expect(only(played(press(empty), move(102, 101, time('14:12')), RELEASE).wishes)).toEqual({
    kind: 'draft',
    span: ['14:00', '15:00'],
    rested: false,
  });
});

test('a mouse draws, moves, and drags either edge', () => {
  expect(only(played(press(empty), move(100, 160, time('15:40')), RELEASE).wishes)).toEqual({
    kind: 'draft',
    span: ['14:00', '15:45'],
    rested: false,
  });
  expect(only(played(press(onEvent()), move(100, 140, time('12:30')), RELEASE).wishes)).toEqual({
    kind: 'shift',
    id: 'e',
    copy: false,
    span: ['12:00', '13:00'],
  });
  for (const [edge, to, then] of [
    ['end', '12:00', ['10:00', '12:00']],
    ['start', '09:15', ['09:15', '11:00']],
  ] as const) {
    const { wishes } = played(press(onEvent({ edge })), move(100, 140, time(to)), RELEASE);
    expect(only(wishes)).toMatchObject({ kind: 'shift', span: then });
  }
});

test('Ctrl copies and Alt steps finely, as long as they are held', () => {
  const dragged = [press(onEvent()), move(100, 140, time('12:32'), { fine: true, copy: true })] as const;
  expect(only(played(...dragged, RELEASE).wishes)).toMatchObject({ span: ['12:00', '13:00'], copy: true });
  expect(
    only(played(...dragged, move(100, 140, time('12:36'), { fine: true, copy: false }), RELEASE).wishes),
  ).toMatchObject({ span: ['12:05', '13:05'], copy: false });
});

test('I3 Esc, a second finger or the end of the window leave everything as it was', () => {
  const begun = [press(onEvent()), move(100, 140, time('12:30'))] as const;
  expect(played(...begun, CANCEL, RELEASE)).toEqual({ gesture: IDLE, wishes: [] });
});

test('what comes back to where it was, or is let go beside the grid, changes nothing', () => {
  const begun = [press(onEvent()), move(100, 140, time('12:30'))] as const;
  expect(played(...begun, move(100, 100, time('10:30')), RELEASE).wishes).toEqual([]);
  expect(played(...begun, move(900, 100, null), RELEASE).wishes).toEqual([]);
});

test('what may not be changed says so when it is dragged, and opens when it is clicked', () => {
  const fixed = onEvent({ event: held(false) });
  expect(only(played(press(fixed), move(100, 140, time('12:30')), RELEASE).wishes)).toEqual({
    kind: 'refused',
    id: 'e',
  });
  expect(only(played(press(fixed), RELEASE).wishes)).toEqual({ kind: 'open', id: 'e' });
});

test('a finger that stays takes hold; one that moves at once scrolls or turns the page', () => {
  expect(
    only(played(press(onEvent(), true), HELD, move(100, 140, time('12:30')), RELEASE).wishes),
  ).toMatchObject({
    kind: 'shift',
    span: ['12:00', '13:00'],
  });
  const drawn = only(played(press(empty, true), HELD, move(100, 140, time('15:40')), RELEASE).wishes);
  expect(drawn).toMatchObject({ kind: 'draft', span: ['14:00', '15:45'], rested: false });
  expect(played(press(empty, true), move(104, 130), HELD, RELEASE)).toEqual({ gesture: IDLE, wishes: [] });
  expect(only(played(press(empty, true), move(80, 102), move(20, 104), RELEASE).wishes)).toEqual({
    kind: 'step',
    direction: 1,
  });
  expect(played(press(empty, true), move(80, 102), move(92, 104), RELEASE).wishes).toEqual([]);
});

test('I3 a finger that rests on an empty time is told apart from one that draws, however it trembles', () => {
  const rested = { kind: 'draft', span: ['14:00', '15:00'], rested: true };
  expect(only(played(press(empty, true), HELD, RELEASE).wishes)).toEqual(rested);
  const trembling = [move(103, 97, time('14:08')), move(98, 104, time('14:20'))];
  expect(only(played(press(empty, true), HELD, ...trembling, RELEASE).wishes)).toEqual(rested);
});
