import { expect, test } from 'vitest';
import { addressOf, day, flag, oneOf, text, uuid } from './address-part.ts';

const read = addressOf({
  view: oneOf(['month', 'week']),
  q: text(5),
  date: day,
  thread: uuid,
  unread: flag,
});

test('I10 what an address says is kept, and nonsense and strangers are dropped', () => {
  const thread = '01939c4e-5a2b-7c3d-8e4f-0123456789ab';
  const said = { view: 'week', q: 'koi', date: '2028-02-29', thread, unread: false };
  expect(read({ ...said, more: 'x' })).toEqual(said);
  expect(read({ view: 'year', q: 'too long', date: 'today', thread: 'x', unread: 'yes' })).toEqual({});
  expect(Object.keys(read({}))).toEqual([]);
});

test.each(['2027-02-29', '2027-2-9', '2027-13-01', '2027-04-31', '+272760-09-13', '', 20270301])(
  'I10 %s is no day that a page could show',
  (said) => {
    expect(day(said)).toBeUndefined();
  },
);
