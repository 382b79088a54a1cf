import type { Formats } from '../time/formats.ts';
import { useReader } from './studio-reader.ts';

/** How times, dates and numbers are written for this reader. */
export function useFormats(): Formats {
  return useReader().formats;
}
