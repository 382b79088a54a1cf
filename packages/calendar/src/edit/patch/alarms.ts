import { contentLine, parameterText } from '../../text/content-line.ts';
import { parseSource, type SourceComponent } from '../../text/source-document.ts';
import { rawValue } from '../../text/value-start.ts';
import { parseDuration } from '../../time/duration.ts';
import { firstLine, withChildren } from '../text/component-lines.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** What a form can show and change of an event's alarms. */
export interface Alarms {
  /** Minutes before the start, negative behind it; each once, the earliest alarm first. */
  readonly minutes: readonly number[];
  /** Others, by mail, at a fixed time or before the end: they are left alone. */
  readonly others: number;
}

export function alarmsOf(event: SourceComponent): Alarms {
  const read = alarmsIn(event).map(minutesOf);
  const minutes = new Set(read.filter((one) => one !== null));
  return { minutes: [...minutes].sort((a, b) => b - a), others: read.filter((one) => one === null).length };
}

export function sameAlarms(one: readonly number[], other: readonly number[]): boolean {
  const [these, those] = [new Set(one), new Set(other)];
  return these.size === those.size && [...these].every((minutes) => those.has(minutes));
}

/** Those that are wanted and there stay byte for byte, and so do those that a form cannot show. */
export function setAlarms(
  event: SourceComponent,
  wanted: readonly number[],
  lineEnd: string,
): SourceComponent {
  const left = event.children.filter((child) => {
    const minutes = child.kind === 'component' && child.name === 'VALARM' ? minutesOf(child) : null;
    return minutes === null || wanted.includes(minutes);
  });
  const there = alarmsOf(event).minutes;
  const added = [...new Set(wanted)]
    .filter((minutes) => !there.includes(minutes))
    .sort((a, b) => b - a)
    .flatMap((minutes) => parseSource(alarmText(minutes, lineEnd)).nodes);
  return withChildren(event, [...left, ...added]);
}

function alarmsIn(event: SourceComponent): readonly SourceComponent[] {
  return event.children.filter(
    (child) => child.kind === 'component' && child.name === 'VALARM',
  ) as SourceComponent[];
}

/** Null for what is more than a sign on a screen before, or behind, the start (RFC 5545, 3.6.6). */
function minutesOf(alarm: SourceComponent): number | null {
  const action = firstLine(alarm, 'ACTION');
  const trigger = firstLine(alarm, 'TRIGGER');
  if (!trigger || !SHOWN.has(action ? rawValue(action.text).toUpperCase() : '')) return null;
  const line = contentLine(trigger.text);
  const related = parameterText(line, 'RELATED')?.toUpperCase() ?? 'START';
  const [, sign = '', length = ''] = /^([+-]?)(P.+)$/i.exec(line.value.trim()) ?? [];
  const duration = related === 'START' ? parseDuration(length) : null;
  if (!duration) return null;
  const minutes = duration.days * DAY_MINUTES + duration.ms / MINUTE_MS;
  if (!Number.isInteger(minutes)) return null;
  return sign === '-' || minutes === 0 ? minutes : -minutes;
}

const SHOWN: ReadonlySet<string> = new Set(['DISPLAY', 'AUDIO']);

function alarmText(minutes: number, lineEnd: string): string {
  const lines = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Reminder', `TRIGGER:${triggerOf(minutes)}`];
  return [...lines, 'END:VALARM', ''].join(lineEnd);
}

function triggerOf(minutes: number): string {
  const length = Math.abs(minutes);
  const sign = minutes > 0 ? '-' : '';
  if (length > 0 && length % DAY_MINUTES === 0) return `${sign}P${length / DAY_MINUTES}D`;
  return length > 0 && length % 60 === 0 ? `${sign}PT${length / 60}H` : `${sign}PT${length}M`;
}
