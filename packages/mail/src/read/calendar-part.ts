import type { Attachment } from 'postal-mime';
import { storable } from '../text/storable.ts';
import { bytesOf } from './attached-bytes.ts';

/** Characters; longer is nothing that people send each other about one event, and costs whoever looks at it. */
const LONGEST = 200_000;

/**
 * What a message says to calendars, as text (RFC 6047): the part that names its METHOD before one that is a mere file, as
 * programs send the same event both ways. Null where it says nothing to them.
 */
export function calendarPart(attachments: readonly Attachment[]): string | null {
  const parts = attachments.filter(isCalendar);
  const part = parts.find(({ method }) => method !== undefined) ?? parts.find(isPlain) ?? parts[0];
  if (!part) return null;
  const text = storable(new TextDecoder().decode(bytesOf(part)));
  return text.length <= LONGEST ? text : null;
}

function isPlain({ mimeType }: Attachment): boolean {
  return mimeType.toLowerCase() === 'text/calendar';
}

function isCalendar(attachment: Attachment): boolean {
  const { mimeType, filename } = attachment;
  return (
    isPlain(attachment) ||
    mimeType.toLowerCase() === 'application/ics' ||
    /\.ics$/i.test(filename?.trim() ?? '')
  );
}
