import { expect, test } from 'vitest';
import type { StudioService } from '../../api/answers.ts';
import { serviceFields, serviceForm, serviceTyped, swapped } from './service-form.ts';

const fields = {
  name: 'Small tattoo',
  description: 'Up to a hand.',
  minutes: 90,
  bufferBefore: 0,
  bufferAfter: 15,
  price: 'CHF 200',
  deposit: '',
  autoConfirm: null,
  noticeMinutes: null,
  needsChair: true,
  questions: [{ id: 'q1', label: 'Any allergies?', required: true }],
};
const service = { ...fields, id: 's1', active: true, position: 0 } as StudioService;

test.each(['en-GB', 'fr-CH'])('a service comes out of the form unchanged: %s', (locale) => {
  expect(serviceFields(serviceTyped(service, locale))).toEqual(fields);
  const own = { ...service, autoConfirm: false, noticeMinutes: 0 };
  expect(serviceFields(serviceTyped(own, locale))).toMatchObject({ autoConfirm: false, noticeMinutes: 0 });
});

test('what cannot be is refused at its field', () => {
  const typed = { ...serviceTyped(null, 'en-GB'), length: '2 days', notice: 'soon' };
  const problems = serviceForm.safeParse({ ...typed, questions: [{ id: 'q', label: ' ', required: false }] });
  expect(problems.error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'name',
    'length',
    'notice',
    'questions.0.label',
  ]);
});

test('a service goes up or down by one, and not over the edge', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id }));
  const order = (id: string, by: 1 | -1) =>
    swapped(list, id, by)
      .map((one) => one.id)
      .join('');
  expect([order('b', -1), order('b', 1), order('a', -1), order('c', 1)]).toEqual([
    'bac',
    'acb',
    'abc',
    'abc',
  ]);
});
