import { createEvent } from '@atelier/calendar/edit/create-event';
import { expect, test } from 'vitest';
import { fitToProvider } from './fit-to-provider.ts';

const now = Temporal.Instant.from('2026-06-01T08:00:00Z');
const zone = 'Europe/Zurich';
const PLAIN = {
  summary: 'x',
  location: null,
  description: null,
  url: null,
  status: null,
  transparent: false,
  classification: 'public',
  alarms: [],
} as const;

function repeating(rrule: string | null): string {
  const start = { local: '2026-07-06T10:00:00', zone };
  const created = createEvent(
    { ...PLAIN, start, end: { local: '2026-07-06T11:00:00', zone }, rrule },
    { uid: 'u', now },
  );
  if (!created.ok || created.text === null) throw new Error('not made');
  return created.text;
}

test.each([
  ['FREQ=MONTHLY;BYMONTHDAY=31', 'end-of-month'],
  ['FREQ=WEEKLY;BYDAY=TU', 'start'],
  ['FREQ=MONTHLY;BYMONTHDAY=6,20', 'several-days'],
  ['FREQ=HOURLY;COUNT=3', 'frequency'],
])('P4 %s is refused before it is saved where Microsoft keeps the calendar', (rule, gap) => {
  const text = repeating(rule);
  expect(fitToProvider({ provider: 'microsoft' }, [text])).toMatchObject({
    ok: false,
    refusal: { kind: 'invalid', code: 'event-beyond-provider', given: { provider: 'Microsoft', gap } },
  });
  expect(fitToProvider({ provider: 'nextcloud' }, [text])).toMatchObject({ ok: true });
  expect(fitToProvider({ provider: null }, [text])).toMatchObject({ ok: true });
});

test('P4 what Microsoft has a pattern for is saved', () => {
  const texts = [repeating(null), repeating('FREQ=MONTHLY;BYDAY=1MO'), null];
  expect(fitToProvider({ provider: 'microsoft' }, texts)).toMatchObject({ ok: true });
});
