import { describe, expect, test } from 'vitest';
import type { Booking } from '../state/booking-state.ts';
import type { BookingState } from '../state/step-rules.ts';
import { type KnownEntry, type RemoteEntry, readRemoteChange } from './read-remote-change.ts';

const START = Date.UTC(2026, 5, 5, 10);
const HOUR = 3_600_000;
const TIME = { start: START, end: START + HOUR };
const LATER = { start: START + HOUR, end: START + 3 * HOUR };
const REQUEST = 'REQUEST: Jane Roe – Small tattoo';
const PLAIN = 'Jane Roe – Small tattoo';

interface Situation {
  readonly state?: BookingState;
  /** What changed here since both sides agreed. */
  readonly here?: Partial<Booking>;
  readonly known?: Partial<KnownEntry>;
  readonly there?: Partial<RemoteEntry> | null;
}

/** A request that both sides know, unless said otherwise, and what was made of it in the calendar. */
function read({ state = 'REQUESTED', here = {}, known = {}, there = {} }: Situation): string {
  const requested = state === 'REQUESTED';
  const agreed = { title: requested ? REQUEST : PLAIN, ...TIME, requested, ...known };
  const { requested: _, ...event } = agreed;
  const remote = { ...event, allDay: false, recurring: false, cancelled: false, ...there };
  const change = readRemoteChange({ state, ...TIME, ...here }, agreed, there === null ? null : remote);
  if (change.kind === 'steps') return change.steps.map(({ action }) => action).join(' and ');
  return change.kind === 'conflict' ? change.conflict : change.kind;
}

describe('B9 case 31: the prefix', () => {
  test.each([
    PLAIN,
    'Jane Roe - small tattoo',
    'Jane: dragon on the left arm',
    'CONFIRMED: Jane Roe',
    '✅ Jane Roe',
    'Jane',
    '17:00 Jane',
  ])('taken away confirms: %s', (title) => {
    expect(read({ there: { title } })).toBe('confirm');
  });

  test.each([
    REQUEST,
    'Request: Jane Roe – Small tattoo',
    'request :Jane Roe',
    '  REQUEST:Jane Roe  ',
    'REQUEST：Jane Roe',
    'REQUEST - Jane Roe',
    'REQUEST Jane Roe',
    '[REQUEST] Jane Roe',
    '❗REQUEST: Jane Roe',
    'REQEUST: Jane Roe',
    'EQUEST: Jane Roe',
    'Anfrage: Jane Roe',
    'DEMANDE : Jane Roe',
    'Requête: Jane Roe',
    'Richiesta: Jane Roe',
    'Petición: Jane Roe',
    'Förfrågan: Jane Roe',
    'İstek: Jane Roe',
    'Запрос: Jane Roe',
    'リクエスト：Jane Roe',
    'REQUEST: call her first',
    'Call her! REQUEST: Jane Roe',
  ])('left there, retyped or translated, leaves a request: %s', (title) => {
    expect(read({ there: { title } })).toBe('nothing');
  });

  test.each([
    '',
    '   ',
    '???',
    '? Jane Roe',
    'Jane Roe – Small tattoo (request)',
    'Declined: Jane Roe',
    'NEIN Jane Roe',
    'Annulé : Jane Roe',
    'maybe: Jane Roe',
    '❌ Jane Roe',
  ])('replaced by what nobody can be sure of is a conflict, never a promise: “%s”', (title) => {
    expect(read({ there: { title } })).toBe('unclear-title');
  });

  test('of a client who is called so is no mark', () => {
    const known = { title: 'REQUEST: Request Smith – Anfrage-Tattoo' };
    expect(read({ known })).toBe('nothing');
    expect(read({ known, there: { title: 'Request Smith – Anfrage-Tattoo' } })).toBe('confirm');
    expect(read({ known: { title: 'REQUEST: No Way – Tattoo' }, there: { title: 'No Way – Tattoo' } })).toBe(
      'confirm',
    );
  });

  test('in the artist’s own spelling is taken away as well', () => {
    const known = { title: 'Anfrage: Jane, with photo' };
    expect(read({ known })).toBe('nothing');
    expect(read({ known, there: { title: 'Jane, with photo' } })).toBe('confirm');
  });

  test('put back before a confirmed booking is a conflict; any other title stays theirs', () => {
    expect(read({ state: 'CONFIRMED', there: { title: REQUEST } })).toBe('request-again');
    expect(read({ state: 'CONFIRMED', there: { title: 'Jane, bring ointment' } })).toBe('nothing');
    expect(read({ state: 'CONFIRMED', there: { title: '' } })).toBe('nothing');
  });

  test('of a booking confirmed on both sides says nothing new', () => {
    const here = { state: 'CONFIRMED' as const };
    expect(read({ here, there: { title: PLAIN } })).toBe('nothing');
    expect(read({ here })).toBe('nothing');
    expect(read({ here, there: { title: 'Declined: Jane Roe' } })).toBe('unclear-title');
  });

  test('a hostile title is read in no time', () => {
    const began = performance.now();
    for (const title of [
      'request:'.repeat(50_000),
      'a'.repeat(1e6),
      ' '.repeat(1e6),
      `${'['.repeat(1e5)}request`,
    ]) {
      read({ there: { title } });
    }
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('B9 case 32: time and existence', () => {
  test('moved or stretched is rescheduled, and with the prefix taken away confirmed as well', () => {
    expect(read({ there: LATER })).toBe('reschedule');
    expect(read({ there: { end: START + 2 * HOUR } })).toBe('reschedule');
    expect(read({ state: 'CONFIRMED', there: LATER })).toBe('reschedule');
    // Moved first, so that nobody is promised the old time.
    expect(read({ there: { ...LATER, title: PLAIN } })).toBe('reschedule and confirm');
    const known = { title: REQUEST, requested: true, ...TIME };
    const remote = { title: PLAIN, ...LATER, allDay: false, recurring: false, cancelled: false };
    expect(readRemoteChange({ state: 'REQUESTED', ...TIME }, known, remote)).toEqual({
      kind: 'steps',
      steps: [
        { action: 'reschedule', by: 'artist', ...LATER },
        { action: 'confirm', by: 'artist' },
      ],
    });
  });

  test('deleted, or marked as cancelled, declines a request and cancels a booking', () => {
    expect(read({ there: null })).toBe('decline');
    expect(read({ there: { cancelled: true } })).toBe('decline');
    expect(read({ state: 'CONFIRMED', there: null })).toBe('cancel');
  });

  test('changed on both sides is a conflict, unless both did the same', () => {
    const here = { start: START + 5 * HOUR, end: START + 6 * HOUR };
    expect(read({ here, there: LATER })).toBe('moved-twice');
    expect(read({ here, there: here })).toBe('nothing');
    expect(read({ here })).toBe('nothing');
    expect(read({ here, there: null })).toBe('deleted-there');
    expect(read({ here: { state: 'CONFIRMED' }, there: null })).toBe('deleted-there');
    // Not the same thing: both hold.
    expect(read({ here: { state: 'CONFIRMED' }, there: LATER })).toBe('reschedule');
    expect(read({ here, there: { title: PLAIN } })).toBe('confirm');
  });

  test('what is no appointment any more is a conflict', () => {
    expect(read({ there: { allDay: true } })).toBe('all-day');
    expect(read({ there: { recurring: true } })).toBe('recurring');
    expect(read({ there: { end: START } })).toBe('no-length');
    expect(read({ there: { title: PLAIN, allDay: true } })).toBe('all-day');
  });

  test('a booking that is over stays so: its event may go or be renamed, and reviving it is a conflict', () => {
    for (const state of ['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED', 'COMPLETED', 'NO_SHOW'] as const) {
      expect(read({ state, there: null })).toBe('nothing');
      expect(read({ state, there: { title: 'Jane, done' } })).toBe('nothing');
      expect(read({ state, there: LATER })).toBe('over');
    }
    const known = { title: REQUEST, requested: true };
    expect(read({ state: 'WITHDRAWN', known, there: { title: PLAIN } })).toBe('over');
    expect(read({ state: 'WITHDRAWN', known })).toBe('nothing');
  });
});
