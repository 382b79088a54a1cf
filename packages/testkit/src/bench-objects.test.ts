import { expect, test } from 'vitest';
import { benchObjects } from './bench-objects.ts';
import { checkObject } from './sandbox/store/object-check.ts';

const around = Temporal.PlainDate.from('2026-11-21');
const objects = [...benchObjects({ count: 2000, seed: 1, around })];

test('the same options give the same objects', () => {
  expect([...benchObjects({ count: 20, seed: 1, around })]).toEqual(objects.slice(0, 20));
  expect([...benchObjects({ count: 20, seed: 2, around })]).not.toEqual(objects.slice(0, 20));
});

test('every object can be stored, under a name of its own', () => {
  for (const { uid, ics } of objects)
    expect(checkObject(ics)).toEqual({ ok: true, uid, component: 'VEVENT' });
  expect(new Set(objects.map(({ name }) => name)).size).toBe(objects.length);
});

test('the mix is that of the published benchmark data', () => {
  const share = (pattern: RegExp) => objects.filter(({ ics }) => pattern.test(ics)).length / objects.length;
  expect(share(/RRULE:FREQ=WEEKLY.*\r\nEXDATE[^]*RECURRENCE-ID/)).toBeCloseTo(0.22, 1);
  expect(share(/DTSTART;VALUE=DATE/)).toBeCloseTo(0.1, 1);
  expect(share(/BEGIN:VALARM/)).toBeCloseTo(0.5, 1);
  expect(share(/ATTENDEE/)).toBeCloseTo(0.3, 1);
  const bytes = objects.reduce((sum, { ics }) => sum + Buffer.byteLength(ics), 0);
  expect(bytes / objects.length).toBeGreaterThan(1300);
  expect(bytes / objects.length).toBeLessThan(1500);
});
