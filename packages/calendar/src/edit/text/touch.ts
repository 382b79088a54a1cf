import type { SourceComponent } from '../../text/source-document.ts';
import { rawValue } from '../../text/value-start.ts';
import { firstLine, setLine } from './component-lines.ts';
import { basicTime } from './time-form.ts';

/**
 * Marks a component as changed now: DTSTAMP and LAST-MODIFIED, and SEQUENCE where the change is one of time,
 * recurrence or status (RFC 5545, 3.8.7.4). A guest's answer would not count up; nothing here changes answers.
 */
export function touch(
  event: SourceComponent,
  { now, lineEnd }: { readonly now: Temporal.Instant; readonly lineEnd: string },
  significant: boolean,
): SourceComponent {
  const stamp = stampOf(now);
  const place = { lineEnd, after: ['DTSTAMP'] };
  const stamped = setLine(event, `DTSTAMP:${stamp}`, { lineEnd, after: ['UID'] });
  const modified = setLine(stamped, `LAST-MODIFIED:${stamp}`, place);
  return significant ? setLine(modified, `SEQUENCE:${nextSequence(event)}`, place) : modified;
}

export function stampOf(now: Temporal.Instant): string {
  return `${basicTime(Math.floor(now.epochMilliseconds / 1_000) * 1_000)}Z`;
}

function nextSequence(event: SourceComponent): number {
  const line = firstLine(event, 'SEQUENCE');
  const sequence = line ? Number(rawValue(line.text)) : 0;
  return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence + 1 : 1;
}
