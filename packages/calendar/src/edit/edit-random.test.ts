import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Occurrence, ReadObject } from '../occurrence.ts';
import { read } from '../testing/calendar-text.ts';
import { series, singleEvent, WINDOW } from '../testing/random-event.ts';
import { deleteEvent } from './delete-event.ts';
import { editEvent } from './edit-event.ts';
import type { EditContext, EditResult, EventPatch } from './text/event-fields.ts';

// A second or two each; a machine that is busy with other things takes its time.
vi.setConfig({ testTimeout: 60_000 });

const CONTEXT: EditContext = {
  now: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  zone: WINDOW.zone,
  newUid: 'two@example.org',
  invite: false,
};

function done(result: EditResult): Extract<EditResult, { ok: true }> {
  if (!result.ok) throw new Error(result.refusal.code);
  return result;
}

/** What people see of an instance. */
function shown(object: ReadObject, occurrence: Occurrence): string {
  const { summary, status, location } = object.components[occurrence.component] ?? {};
  const { recurrenceId, start, end, startDate, endDate, busy } = occurrence;
  return JSON.stringify({ recurrenceId, start, end, startDate, endDate, busy, summary, status, location });
}

function allShown(text: string | null): string[] {
  if (text === null) return [];
  const object = read(text, WINDOW);
  return object.occurrences.map((occurrence) => shown(object, occurrence)).sort();
}

const TOUCHED = /^(DTSTAMP|LAST-MODIFIED|SEQUENCE)/;

/** Lines with their folds, without those that any change renews. */
function linesBesides(text: string, names: RegExp): string[] {
  const lines = text.match(/[^\n]*\n(?:[ \t][^\n]*\n)*/g) ?? [];
  return lines.filter((line) => !TOUCHED.test(line) && !names.test(line));
}

const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }).filter((text) => !/[\0-\x1F\x7F]/.test(text)),
  fc.constantFrom('a;b,c\\d\ne', 'BEGIN:VEVENT\r\nUID:evil', 'ß'.repeat(90), '😀'.repeat(60)),
);
const PATCH: fc.Arbitrary<EventPatch> = fc.record(
  {
    summary: TEXT,
    location: fc.option(TEXT.filter((text) => text !== '')),
    description: fc.option(TEXT.filter((text) => text !== '')),
    status: fc.constantFrom('tentative', 'confirmed', 'cancelled', null),
    transparent: fc.boolean(),
    classification: fc.constantFrom('public', 'private', 'confidential'),
  },
  { requiredKeys: [] },
);

describe('editEvent', () => {
  test('S6 case 34: a change of texts leaves every other line as it is, and reads back as meant', () => {
    const property = fc.property(fc.oneof(singleEvent, series), PATCH, ({ text }, patch) => {
      const { text: edited } = done(editEvent(text, patch, { scope: 'all' }, { ...CONTEXT, invite: true }));
      const names = /^(SUMMARY|LOCATION|DESCRIPTION|STATUS|TRANSP|CLASS|GEO)/i;
      expect(linesBesides(edited ?? '', names)).toEqual(linesBesides(text, names));
      const [component] = read(edited ?? '', WINDOW).components;
      for (const [field, value] of Object.entries(patch)) {
        const wanted = typeof value === 'string' ? value.replace(/\r\n?|[\x85\u2028\u2029]/g, '\n') : value;
        expect(component?.[field as keyof EventPatch & keyof typeof component]).toEqual(wanted);
      }
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  test('S6: a patch that says what is so already gives the same text back', () => {
    const property = fc.property(fc.oneof(singleEvent, series), fc.nat(20), (event, pick) => {
      const { text, object } = event;
      const [component] = object.components;
      if (!component) throw new Error(text);
      const { summary, location, description, url, status, transparent, classification, rrule } = component;
      const patch = { summary, location, description, url, status, transparent, classification, rrule };
      expect(done(editEvent(text, patch, { scope: 'all' }, CONTEXT)).text).toBe(text);
      const occurrence = object.occurrences[pick % object.occurrences.length];
      const recurrenceId = occurrence?.recurrenceId;
      if (!recurrenceId || occurrence?.component !== 0) return;
      const result = editEvent(text, patch, { scope: 'this', recurrenceId }, CONTEXT);
      expect(result).toEqual({ ok: true, text, split: null });
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  test('T3 case 57: one occurrence changes, all others stay, and so does every line that was there', () => {
    const property = fc.property(series, fc.nat(50), PATCH, ({ text, object }, pick, texts) => {
      const patch = { ...texts, location: 'Elsewhere' };
      const occurrence = object.occurrences[pick % object.occurrences.length];
      const recurrenceId = occurrence?.recurrenceId ?? '';
      const { text: edited } = done(editEvent(text, patch, { scope: 'this', recurrenceId }, CONTEXT));
      const others = (shownText: string | null) =>
        allShown(shownText).filter((each) => !each.includes(`"recurrenceId":"${recurrenceId}"`));
      expect(others(edited)).toEqual(others(text));
      const after = read(edited ?? '', WINDOW);
      const same = after.occurrences.filter((each) => each.recurrenceId === recurrenceId);
      expect(same).toHaveLength(1);
      const [own] = same;
      expect(own).toMatchObject({ start: occurrence?.start, end: occurrence?.end });
      expect(after.components[own?.component ?? 0]?.location).toBe('Elsewhere');
      expect(done(editEvent(edited ?? '', patch, { scope: 'this', recurrenceId }, CONTEXT)).text).toBe(
        edited,
      );
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  test('T3 case 57: a split gives two resources that together show what was there, changed from there on', () => {
    let splits = 0;
    const property = fc.property(series, fc.nat(50), ({ text, object }, pick) => {
      const occurrence = object.occurrences[pick % object.occurrences.length];
      const recurrenceId = occurrence?.recurrenceId ?? '';
      const result = editEvent(
        text,
        { location: 'Elsewhere' },
        { scope: 'following', recurrenceId },
        CONTEXT,
      );
      if (!result.ok) {
        expect(result.refusal.code).toBe('edit-not-of-rule');
        return;
      }
      const before = allShown(text);
      const isLater = (each: string) => (JSON.parse(each).recurrenceId as string) >= recurrenceId;
      if (result.split === null) {
        expect(before.every(isLater)).toBe(true);
        expect(allShown(result.text)).toHaveLength(before.length);
        return;
      }
      splits++;
      expect(read(result.split, WINDOW).uid).toBe('two@example.org');
      expect(read(result.text ?? '', WINDOW).uid).toBe('one@example.org');
      expect(allShown(result.text)).toEqual(before.filter((each) => !isLater(each)));
      const bare = (each: string) => each.replace(',"location":"Elsewhere"', ',"location":null');
      // A series that is read in one window only: ids are instants, and so the same in both.
      expect(allShown(result.split).map(bare).sort()).toEqual(before.filter(isLater).sort());
      const elsewhere = allShown(result.split).filter((each) => each.includes('Elsewhere'));
      expect(elsewhere).toHaveLength(before.filter(isLater).length);
    });
    fc.assert(property, { numRuns: 1_000 });
    expect(splits).toBeGreaterThan(300);
  });
});

describe('deleteEvent', () => {
  test('case 53: takes out one occurrence and nothing else', () => {
    const property = fc.property(series, fc.nat(50), ({ text, object }, pick) => {
      const recurrenceId = object.occurrences[pick % object.occurrences.length]?.recurrenceId ?? '';
      const result = done(deleteEvent(text, { scope: 'this', recurrenceId }, CONTEXT));
      const rest = allShown(text).filter((each) => !each.includes(`"recurrenceId":"${recurrenceId}"`));
      expect(allShown(result.text)).toEqual(rest);
      expect(result.text === null).toBe(rest.length === 0);
      if (result.text === null) return;
      const kept = new Set(linesBesides(result.text, /^(EXDATE|ORGANIZER|ATTENDEE)/));
      const masterOnly = text.slice(0, text.indexOf('END:VEVENT'));
      for (const line of linesBesides(masterOnly, /^(EXDATE|ORGANIZER|ATTENDEE)/))
        expect(kept).toContain(line);
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  test('case 52 case 58: takes out an occurrence and all behind it, and never leaves an empty series', () => {
    const property = fc.property(series, fc.nat(50), ({ text, object }, pick) => {
      const recurrenceId = object.occurrences[pick % object.occurrences.length]?.recurrenceId ?? '';
      const result = done(deleteEvent(text, { scope: 'following', recurrenceId }, CONTEXT));
      const rest = allShown(text).filter((each) => (JSON.parse(each).recurrenceId as string) < recurrenceId);
      expect(allShown(result.text)).toEqual(rest);
      expect(result.text === null).toBe(rest.length === 0);
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});
