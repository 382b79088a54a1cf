import { cutText, fewMarks } from './storable.ts';

const MOST = 2_000;

/** Unfolded, without what acts on a screen or a header. */
export function oneLine(text: string): string {
  return cutText(
    fewMarks(cutText(text.toWellFormed(), MOST * 10))
      .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    MOST,
  );
}
