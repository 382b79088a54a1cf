import { describe, expect, it } from 'vitest';
import { readAnswers } from './read-answers.ts';

const QUESTIONS = [
  { id: 'a', label: 'Allergies', required: true },
  { id: 'b', label: 'First tattoo?', required: false },
];

describe('answers to the questions of a service', () => {
  it('are kept by the question as it was put, cleaned of what no keyboard types', () => {
    const read = readAnswers(QUESTIONS, { a: ' none\u0000\u202E\r\nreally ', b: '  ' }, true);
    expect(read).toEqual({ ok: true, value: { Allergies: 'none\nreally' } });
  });

  it('B6: to questions that are not asked are refused', () => {
    for (const id of ['c', '__proto__', 'constructor'])
      expect(
        readAnswers(
          QUESTIONS,
          Object.fromEntries([
            ['a', 'x'],
            [id, 'y'],
          ]),
          true,
        ),
      ).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid' },
      });
  });

  it('are needed of clients, and not at the front desk', () => {
    expect(readAnswers(QUESTIONS, { a: ' \u0007 ' }, true)).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('“Allergies”') },
    });
    expect(readAnswers(QUESTIONS, undefined, false)).toEqual({ ok: true, value: {} });
  });

  it('have a thousand characters at most', () => {
    expect(readAnswers(QUESTIONS, { a: 'x'.repeat(1_000) }, true).ok).toBe(true);
    expect(readAnswers(QUESTIONS, { a: 'x'.repeat(1_001) }, true).ok).toBe(false);
  });

  it('to two questions that are put alike are both kept', () => {
    const twice = [...QUESTIONS, { id: 'c', label: 'Allergies', required: false }];
    const read = readAnswers(twice, { a: '1', c: '2' }, true);
    expect(read).toEqual({ ok: true, value: { Allergies: '1', 'Allergies (2)': '2' } });
  });
});
