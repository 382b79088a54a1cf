import { letterJoiner } from './join-letters.ts';

/** The text of an iCalendar file as it was handed in: UTF-8, or UTF-16 where it says so by its first bytes. */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const joiner = letterJoiner();
  const decoder = new TextDecoder();
  return (
    decoder.decode(joiner.push(bytes), { stream: true }) +
    decoder.decode(joiner.end(), { stream: true }) +
    decoder.decode()
  );
}
