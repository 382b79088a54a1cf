import { describe, expect, it } from 'vitest';
import { readSearch } from './read-search.ts';

const calendars = [
  { id: 'lea', name: 'Léa' },
  { id: 'studio', name: 'Studio 2' },
];
const dayOf = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : null);
const read = (text: string) => readSearch(text, { calendars, dayOf });
const NOTHING = { words: [], places: [], people: [], calendarIds: null, from: null, to: null };

describe('what is typed into the search', () => {
  it.each([
    ['dragon arm', { words: ['dragon', 'arm'] }],
    ['"two words" three', { words: ['two words', 'three'] }],
    ['calendar:lea koi', { words: ['koi'], calendarIds: ['lea'] }],
    ['calendrier:"studio 2"', { calendarIds: ['studio'] }],
    ['calendar:nobody x', { words: ['x'], calendarIds: [] }],
    ['with:Nora place:Genève', { people: ['Nora'], places: ['Genève'] }],
    ['avec:Nora lieu:"Studio 2"', { people: ['Nora'], places: ['Studio 2'] }],
    ['ink after:2026-01-01 before:2026-02-01', { words: ['ink'], from: '2026-01-01', to: '2026-02-01' }],
    ['ink après:2026-01-01', { words: ['ink'], from: '2026-01-01' }],
    ['ink after:soon', { words: ['ink'] }],
    ['note: 14:30 https://x.test', { words: ['note:', '14:30', 'https://x.test'] }],
    ['   ', {}],
    ['place:', { words: ['place:'] }],
    ['"open', { words: ['"open'] }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ ...NOTHING, ...expected });
  });

  it('is never more than the server takes', () => {
    expect(read('a '.repeat(50)).words).toHaveLength(10);
  });
});
