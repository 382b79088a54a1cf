import { cutText } from './storable.ts';

/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MOST_BYTES = 150;
/** Of what a sender calls a file, no more is looked at. */
const MOST_LETTERS = 1_000;

/** The name of an attached file without anything that acts: no path, no control or direction marks, not too long. */
export function safeName(name: string | null | undefined, fallback: string): string {
  const bare = cutText(name ?? '', MOST_LETTERS)
    .replaceAll(/[\p{C}\u2028\u2029]/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  if (!bare) return fallback;
  return shortened(RESERVED.test(bare) ? `_${bare}` : bare);
}

/** Its end says what it is, so it is the middle that goes. */
function shortened(name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= MOST_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  let stem = Array.from(name.slice(0, name.length - end.length));
  while (encoder.encode(stem.join('') + end).length > MOST_BYTES) stem = stem.slice(0, -1);
  return stem.join('') + end;
}
