import { describe, expect, it } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { goBack } from './go-back.ts';
import { sameContent } from './parts/same-content.ts';

const now = Temporal.Instant.from('2026-03-01T12:00:00Z');
const text = (summary: string, hour: number, ...more: string[]) =>
  calendar(
    event(
      `SUMMARY:${summary}`,
      `DTSTART:20260302T${hour}0000Z`,
      `DTEND:20260302T2${hour % 10}0000Z`,
      ...more,
    ),
  );
const before = text('Sleeve', 10, 'SEQUENCE:3');
const after = text('Sleeve', 11, 'SEQUENCE:4');

describe('an edit taken back', () => {
  it('I1: says again what was said before, under a number behind the one that guests know', () => {
    const back = goBack({ before, after, current: after, now });
    expect(back.ok && sameContent(back.text, before)).toBe(true);
    expect(back.ok && back.text).toContain('SEQUENCE:5');
    expect(back.ok && back.text).toContain('DTSTAMP:20260301T120000Z');
  });

  it('I1: leaves what somebody else changed since, and what the server added', () => {
    const back = goBack({
      before,
      after,
      current: text('Sleeve', 11, 'LOCATION:Chair 2', 'X-SERVER:1', 'SEQUENCE:4'),
      now,
    });
    expect(back.ok && sameContent(back.text, text('Sleeve', 10, 'LOCATION:Chair 2', 'X-SERVER:1'))).toBe(
      true,
    );
  });

  it('I1: is refused where somebody else has changed the same since', () => {
    expect(goBack({ before, after, current: text('Sleeve', 14, 'SEQUENCE:5'), now })).toEqual({
      ok: false,
      clashing: ['time'],
    });
  });

  it('takes nothing back twice', () => {
    const current = text('Sleeve', 10, 'SEQUENCE:5');
    expect(goBack({ before, after, current, now })).toEqual({ ok: true, text: current });
  });
});
