import { expect, test } from 'vitest';
import { createEvent } from '../create-event.ts';
import { editEvent } from '../edit-event.ts';

const NOW = Temporal.Instant.from('2026-01-20T10:00:00Z');
const fields = (start: string, end: string, zone: string | null = 'Europe/Zurich') => ({
  summary: 'Early',
  start: { local: `2026-03-29T${start}`, zone },
  end: { local: `2026-03-29T${end}`, zone },
  location: null,
  description: null,
  url: null,
  rrule: null,
  status: null,
  transparent: false,
  classification: 'public' as const,
});
const created = (...times: Parameters<typeof fields>) =>
  createEvent(fields(...times), { uid: 'one', now: NOW });

test.each([
  ['02:30:00', '03:30:00'],
  ['01:30:00', '02:15:00'],
  ['02:15:00', '02:45:00'],
])('T4 an hour that the clocks skip is refused, whoever asks: %s to %s', (start, end) => {
  expect(created(start, end)).toMatchObject({ ok: false, refusal: { code: 'edit-clocks-skip' } });
});

test('T4 the hours around it, and a floating one, are not', () => {
  expect(created('01:30:00', '03:00:00').ok).toBe(true);
  expect(created('02:30:00', '03:30:00', null).ok).toBe(true);
});

test('T4 an event is not moved into it either', () => {
  const made = created('10:00:00', '11:00:00');
  const text = made.ok ? (made.text ?? '') : '';
  const context = { now: NOW, zone: 'Europe/Zurich', newUid: 'two', invite: false };
  const { start, end } = fields('02:30:00', '03:30:00');
  expect(editEvent(text, { start, end }, { scope: 'all' }, context)).toMatchObject({
    refusal: { code: 'edit-clocks-skip' },
  });
  expect(editEvent(text, { summary: 'Later' }, { scope: 'all' }, context).ok).toBe(true);
});
