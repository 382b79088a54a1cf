import { expect, test } from 'vitest';
import { fit } from './fit.ts';

const order = (typed: string, names: readonly string[]) =>
  names
    .map((name) => ({ name, score: fit(name, typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ name }) => name);

test('I3 words are found by how they begin, in any order, with or without accents', () => {
  expect(fit('Vue de la journée', 'journee vue')).toBeGreaterThan(0);
  expect(fit('Rendez-vous Léna', 'lena rdv', ['RDV'])).toBeGreaterThan(0);
  expect(fit('Week view', 'month')).toBe(0);
  expect(fit('Week view', '')).toBe(1);
});

test('I3 what begins as it was typed goes first, what has it within a word last', () => {
  expect(order('da', ['Only Léda', 'Go to a date', 'Dashboard', 'Day view'])).toEqual([
    'Day view',
    'Dashboard',
    'Go to a date',
    'Only Léda',
  ]);
});
