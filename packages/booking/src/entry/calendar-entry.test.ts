import { createEvent } from '@atelier/calendar/edit/create-event';
import { editEvent } from '@atelier/calendar/edit/edit-event';
import { readObject } from '@atelier/calendar/read/read-object';
import { describe, expect, test } from 'vitest';
import { at } from '../testing/studio.ts';
import { type BookingDetails, calendarEntry } from './calendar-entry.ts';
import { entryFields, entryPatch } from './entry-fields.ts';

const DETAILS: BookingDetails = {
  state: 'REQUESTED',
  start: at('2026-06-05T10:00+02:00'),
  end: at('2026-06-05T11:00+02:00'),
  service: 'Small tattoo',
  client: { name: 'Jane Roe', email: 'jane@example.org', phone: null },
  note: 'A swallow,\r\non the left wrist',
  url: 'https://studio.example/bookings/1',
};
const REQUEST = calendarEntry(DETAILS);
const CONFIRMED = calendarEntry({ ...DETAILS, state: 'CONFIRMED' });

describe('B3 what the artist’s calendar says', () => {
  test('of a request: the prefix, who, what, and how to answer', () => {
    expect(REQUEST.title).toBe('REQUEST: Jane Roe – Small tattoo');
    expect(REQUEST.description).toBe(
      [
        'Small tattoo',
        'Jane Roe',
        'jane@example.org',
        '',
        'A swallow,',
        'on the left wrist',
        '',
        'To confirm, remove “REQUEST:” from the title. To propose another time, move the event. To decline, delete it.',
        '',
        'https://studio.example/bookings/1',
      ].join('\n'),
    );
  });

  test('of anything else: no prefix, and nothing to answer', () => {
    expect(CONFIRMED.title).toBe('Jane Roe – Small tattoo');
    expect(CONFIRMED.description).not.toContain('REQUEST');
  });

  test.each([
    ['REQUEST: request : Bob', 'Bob'],
    ['  Bob\r\nDTSTART:19700101\u0007  ', 'Bob DTSTART:19700101'],
    ['', 'Client'],
    ['\u0000', 'Client'],
    ['x'.repeat(500), `${'x'.repeat(79)}…`],
  ])('a name from outside is one short line and never a mark: %j', (name, shown) => {
    const entry = calendarEntry({ ...DETAILS, state: 'CONFIRMED', client: { ...DETAILS.client, name } });
    expect(entry.title).toBe(`${shown} – Small tattoo`);
  });
});

describe('B3 as an event', () => {
  const made = (entry = REQUEST, zone = 'Europe/Paris') => {
    const result = createEvent(entryFields(entry, zone), {
      uid: 'one',
      now: Temporal.Instant.from('2026-06-01T00:00Z'),
    });
    if (!result.ok || result.text === null) throw new Error('no event');
    return result.text;
  };
  const read = (text: string) => {
    const result = readObject(text, { zone: 'Asia/Tokyo', from: 0, to: at('2030-01-01T00:00Z') });
    if (!result.ok) throw new Error(result.reason);
    const [occurrence] = result.object.occurrences;
    const [component] = result.object.components;
    return {
      start: occurrence?.start,
      end: occurrence?.end,
      busy: occurrence?.busy,
      title: component?.summary,
    };
  };

  test('it comes back from the calendar as it was, busy, and on the artist’s clock', () => {
    expect(made()).toContain('DTSTART;TZID=Europe/Paris:20260605T100000');
    expect(read(made())).toEqual({
      start: DETAILS.start,
      end: DETAILS.end,
      busy: true,
      title: REQUEST.title,
    });
  });

  test('B11 case 2: the second of two equal local times is said in UTC', () => {
    for (const start of [at('2026-10-25T02:30+02:00'), at('2026-10-25T02:30+01:00')]) {
      for (const minutes of [15, 60, 120]) {
        const end = start + minutes * 60_000;
        expect(read(made({ ...REQUEST, start, end }))).toMatchObject({ start, end });
      }
    }
  });

  test('confirming rewrites the title and what tells how to answer, and leaves the rest byte for byte', () => {
    const patch = entryPatch({ wanted: CONFIRMED, written: REQUEST, current: REQUEST }, 'Europe/Paris');
    expect(patch).toEqual({ summary: CONFIRMED.title, description: CONFIRMED.description });
    const edited = editEvent(
      made(),
      patch,
      { scope: 'all' },
      {
        now: Temporal.Instant.from('2026-06-02T00:00Z'),
        zone: 'Europe/Paris',
        newUid: 'two',
        invite: false,
      },
    );
    expect(edited.ok && edited.text && read(edited.text).title).toBe(CONFIRMED.title);
  });
});

describe('B9 case 31: what the artist wrote stays theirs', () => {
  const patch = (current: object, wanted = CONFIRMED) =>
    entryPatch({ wanted, written: REQUEST, current: { ...REQUEST, ...current } }, 'Europe/Paris');

  test('their title loses the prefix and nothing else', () => {
    expect(patch({ title: 'Anfrage: Jane, bring ointment' }).summary).toBe('Jane, bring ointment');
    expect(patch({ title: 'Jane, bring ointment' })).not.toHaveProperty('summary');
    expect(patch({ title: 'REQUEST: Jane, bring ointment' }, REQUEST)).toEqual({});
  });

  test('their description is kept', () => {
    expect(patch({ description: 'My own words' })).toEqual({ summary: CONFIRMED.title });
  });

  test('times are written only where they differ', () => {
    expect(patch({}, REQUEST)).toEqual({});
    const moved = { ...REQUEST, start: at('2026-06-06T10:00+02:00'), end: at('2026-06-06T11:00+02:00') };
    expect(patch({}, moved)).toEqual({
      start: { local: '2026-06-06T10:00:00', zone: 'Europe/Paris' },
      end: { local: '2026-06-06T11:00:00', zone: 'Europe/Paris' },
    });
    expect(patch({ start: moved.start, end: moved.end }, moved)).toEqual({});
  });
});
