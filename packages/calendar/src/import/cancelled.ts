import { firstLine, setLine } from '../edit/text/component-lines.ts';
import type { SourceComponent } from '../text/source-document.ts';
import { rawValue } from '../text/value-start.ts';

/** The event taken back, as version `sequence` where that is later than its own. */
export function cancelled(event: SourceComponent, sequence = 0): SourceComponent {
  const lineEnd = event.begin.raw.endsWith('\r\n') ? '\r\n' : '\n';
  const taken = setLine(event, 'STATUS:CANCELLED', { lineEnd, after: ['DTSTAMP'] });
  if (sequence <= sequenceOf(event)) return taken;
  return setLine(taken, `SEQUENCE:${sequence}`, { lineEnd, after: ['DTSTAMP'] });
}

/** 0 where it has none that counts. */
export function sequenceOf(event: SourceComponent): number {
  const sequence = Number(rawValue(firstLine(event, 'SEQUENCE')?.text ?? ':0'));
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0;
}
