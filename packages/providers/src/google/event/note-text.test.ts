import { expect, test } from 'vitest';
import { readable } from './note-text.ts';

test('S13 a note of tags without end reads as what stands in them', () => {
  expect(readable(`${'<b>'.repeat(30_000)}Mix &amp; dinner<br>then home`)).toBe('Mix & dinner\nthen home');
  expect(readable(`<p>Mix</p><ul><li>dinner</li></ul>`)).toContain('dinner');
});

test('S13 the time that such a note takes grows no faster than the note', () => {
  const took = (tags: number): number => {
    const note = '<b>'.repeat(tags);
    const runs = Array.from({ length: 5 }, () => {
      const began = performance.now();
      readable(note);
      return performance.now() - began;
    });
    return Math.min(...runs);
  };
  took(100);
  // Read as tags within tags, twenty times as many took four hundred times as long, and more than a second.
  expect(took(30_000)).toBeLessThan(50);
});
