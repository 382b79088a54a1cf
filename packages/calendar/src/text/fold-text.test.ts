import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, spansOf } from './fold-text.ts';

describe('what is searched', () => {
  it.each([
    ['Léa Müller', 'lea muller'],
    ['ŒUVRE à Genève', 'oeuvre a geneve'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Avant-bras', 'avant-bras'],
  ])('%s is found as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(text.normalize('NFD'))).toBe(folded);
  });

  it('is marked where the text itself has it, whatever it is folded to', () => {
    const marked = (text: string, ...words: string[]) =>
      spansOf(text, words).map(({ from, to }) => text.slice(from, to));
    expect(marked('Séance Léa, œil', 'seance', 'oeil')).toEqual(['Séance', 'œil']);
    expect(marked('Lea\u0301 und Lea\u0301', 'lea')).toEqual(['Lea\u0301', 'Lea\u0301']);
    expect(marked('aaa', 'aa')).toEqual(['aa']);
    expect(marked('Tattoo', 'tat', 'attoo')).toEqual(['Tattoo']);
    expect(marked('Nothing', '', 'x')).toEqual([]);
  });

  it('never marks beyond the text, nor half a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (text, word) => {
          for (const { from, to } of spansOf(text, [word])) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(text.length);
            expect(text.slice(from, to).isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });
});
