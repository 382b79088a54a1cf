import { describe, expect, test } from 'vitest';
import { checkForm } from './check-form.ts';
import { type ClientForm, EMPTY_FORM, readForm } from './client-form.ts';

const good: ClientForm = { ...EMPTY_FORM, name: 'Ana Keller', email: 'ana@example.org' };
const questions = [
  { id: 'q1', label: 'Allergies?', required: true },
  { id: 'q2', label: 'First tattoo?', required: false },
];
const problems = (form: ClientForm) =>
  checkForm(form, questions).map(({ field, problem }) => `${field} ${problem}`);

describe('the form', () => {
  test('is fine with a name, an address and the answers that are needed', () => {
    expect(problems({ ...good, answers: { q1: 'None' } })).toEqual([]);
  });
  test('names what is missing in the order of the page', () => {
    expect(problems(EMPTY_FORM)).toEqual(['name required', 'email required', 'answer-q1 required']);
  });
  test('takes spaces for nothing', () => {
    expect(problems({ ...good, name: '  ', answers: { q1: ' ' } })).toEqual([
      'name required',
      'answer-q1 required',
    ]);
  });
  test.each([
    'ana',
    'ana@example',
    'a b@example.org',
    'ana@example.org, bo@example.org',
    '<ana@example.org>',
  ])('does not take %s for an address', (email) => {
    expect(problems({ ...good, email, answers: { q1: 'x' } })).toEqual(['email email']);
  });
  test('takes telephone numbers as people write them, and nothing else', () => {
    expect(problems({ ...good, phone: '+41 (0)79 123 45-67', answers: { q1: 'x' } })).toEqual([]);
    expect(problems({ ...good, phone: 'call me', answers: { q1: 'x' } })).toEqual(['phone phone']);
  });
  test('knows its limits', () => {
    expect(problems({ ...good, note: 'x'.repeat(4_001), answers: { q1: 'x' } })).toEqual(['note tooLong']);
  });
});

describe('what was kept', () => {
  const read = (kept: unknown) => readForm({ read: () => kept, write: () => undefined }, 'form', EMPTY_FORM);
  test('is there again', () => {
    const form = { ...good, note: 'swallow', images: [{ token: 't', name: 'a.jpg', thumbnail: null }] };
    expect(read(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });
  test('of an older page or of somebody’s hand breaks nothing', () => {
    expect(read({ name: 7, email: 'ana@example.org', images: 'none', answers: null, more: 1 })).toEqual({
      ...EMPTY_FORM,
      email: 'ana@example.org',
    });
    expect(read('nonsense')).toEqual(EMPTY_FORM);
    expect(read(null)).toEqual(EMPTY_FORM);
  });
});
