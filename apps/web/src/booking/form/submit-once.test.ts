import { expect, test } from 'vitest';
import { submitOnce } from './submit-once.ts';

interface Body {
  readonly start: Date;
  readonly note: string;
}

const REFUSED = new Error('no');
const BROKEN = new Error('the line broke');
const body = (note: string): Body => ({ start: new Date('2026-11-24T09:00Z'), note });

/** A server that keeps what arrived, over a line that may lose the request or the answer. */
function world() {
  const kept = new Map<string, unknown>();
  const booked = new Map<string, string>();
  const sent: { key: string; body: Body }[] = [];
  const line = { loses: 'nothing' as 'nothing' | 'request' | 'answer', refuses: false };
  let keys = 0;
  const submit = submitOnce<Body, string>({
    name: 'booking',
    keep: {
      read: (key) => kept.get(key) ?? null,
      write: (key, value) => (value === null ? kept.delete(key) : kept.set(key, value)),
    },
    newKey: () => `key-${++keys}`,
    isRefusal: (error) => error === REFUSED,
    isDone: (answer) => answer.startsWith('booked'),
    async send(attempt) {
      sent.push(attempt);
      if (line.loses === 'request') throw BROKEN;
      if (line.refuses) throw REFUSED;
      const answer = booked.get(attempt.key) ?? `booked ${attempt.body.note}`;
      booked.set(attempt.key, answer);
      if (line.loses === 'answer') throw BROKEN;
      return answer;
    },
  });
  return { submit, line, booked, sent };
}

test('B5 after a lost answer the same request goes again under the same key: one booking', async () => {
  const { submit, line, booked, sent } = world();
  line.loses = 'answer';
  await expect(submit(body('swallow'))).rejects.toBe(BROKEN);
  line.loses = 'nothing';
  expect(await submit(body('swallow'))).toEqual({ answer: 'booked swallow', earlier: false });
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(booked.size).toBe(1);
});

test('B5 who changes something after a lost answer hears that the first one had arrived', async () => {
  const { submit, line, booked, sent } = world();
  line.loses = 'answer';
  await expect(submit(body('swallow'))).rejects.toBe(BROKEN);
  line.loses = 'nothing';
  expect(await submit(body('swift'))).toEqual({ answer: 'booked swallow', earlier: true });
  expect(booked.size).toBe(1);
  expect(sent.at(-1)?.body.start).toBeInstanceOf(Date);
});

test('B5 a first one that never arrived and is refused now makes room for the changed one', async () => {
  const { submit, line, booked } = world();
  line.loses = 'request';
  await expect(submit(body('swallow'))).rejects.toBe(BROKEN);
  line.loses = 'nothing';
  line.refuses = true;
  await expect(submit(body('swift'))).rejects.toBe(REFUSED);
  line.refuses = false;
  expect(await submit(body('swift'))).toEqual({ answer: 'booked swift', earlier: false });
  expect([...booked.values()]).toEqual(['booked swift']);
});

test('what was answered is done with: the next booking has a key of its own', async () => {
  const { submit, sent } = world();
  await submit(body('swallow'));
  await submit(body('swallow'));
  expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
});
