import { EventLines, isRead } from '../event/event-lines.ts';
import { type EventSource, readUid } from '../event/event-source.ts';
import { calendarZone, eventsIn, zonesOf } from '../event/event-sources.ts';
import { expandEvents, joined, recurs } from '../event/expand-events.ts';
import { messageInstead, methodOf } from '../event/method.ts';
import type { Expansion } from '../event/series/expand-series.ts';
import type { Flag, ReadContext, ReadReason, ReadResult } from '../occurrence.ts';
import { StepBudget } from '../rule/step-budget.ts';
import { WRONG_BYTE } from '../text/join-letters.ts';
import { mendText } from '../text/mend-text.ts';
import { type ScannedCalendar, scanCalendar } from '../text/scan-calendar.ts';
import type { ZoneResolver } from '../zone/resolve-zone.ts';

// Attachments and whatever else is not read do not count for the second limit.
const MAX_SOURCE = 32_000_000;
const MAX_READ = 1_000_000;
const MAX_COMPONENTS = 2_000;
/** Enough for any rule that people use, some ten milliseconds at most. */
const STEPS = 250_000;

/**
 * Reads the source text of one calendar object resource and expands it in the window. Never throws for a text:
 * what cannot be read comes back with its reason. Throws RangeError for a context whose zone is
 * no IANA name.
 */
export function readObject(text: string, context: ReadContext): ReadResult {
  calendarZone(context);
  if (text.length > MAX_SOURCE) return refused('read-too-large');
  const damaged = text.includes(WRONG_BYTE);
  const mended = mendText(damaged ? text.replaceAll(WRONG_BYTE, '\uFFFD') : text);
  const scanned = scanCalendar(mended.text, isRead);
  const method = context.method === undefined ? methodOf(scanned.components) : context.method;
  const reason = reasonToRefuse(mended.text, scanned) ?? messageInstead(method);
  if (reason !== null) return refused(reason);
  const zones = zonesOf(scanned, context);
  const sources = eventsIn(scanned, zones, context, method);
  if (sources.length > 0 && sources.every((source) => source.start === null && source.override === null)) {
    return refused('read-without-start');
  }
  const expansion = expandAll(sources, zones, context);
  const flags = flagsOf(sources, zones, mended.repaired || scanned.repaired);
  if (damaged) flags.unshift('wrong-bytes');
  const uid = sources[0]?.uid ?? uidOf(scanned);
  return {
    ok: true,
    object: {
      uid,
      sequence: sequenceOf(sources),
      components: sources.map((source) => source.component),
      recurring: isRecurring(sources),
      firstStart: expansion.firstStart,
      lastEnd: expansion.lastEnd,
      occurrences: expansion.occurrences,
      flags: [...new Set([...flags, ...expansion.flags, ...(uid === '' ? (['missing-uid'] as const) : [])])],
    },
  };
}

/** That of the master; of several the one that counts. */
function sequenceOf(sources: readonly EventSource[]): number {
  const masters = sources.filter((source) => source.override === null);
  return Math.max(0, ...(masters.length > 0 ? masters : sources.slice(0, 1)).map(({ sequence }) => sequence));
}

function refused(reason: ReadReason): ReadResult {
  return { ok: false, reason };
}

function reasonToRefuse(text: string, scanned: ScannedCalendar): ReadReason | null {
  if (scanned.keptLength > MAX_READ) return 'read-too-large';
  if (scanned.components.length > MAX_COMPONENTS) return 'read-too-many-parts';
  if (scanned.components.some((component) => component.name !== 'VTIMEZONE')) return null;
  if (text.trim() === '') return 'read-empty';
  return /^BEGIN:VCALENDAR/im.test(text.slice(0, 10_000)) ? 'read-no-event' : 'read-no-calendar';
}

/** Events of different UIDs in one resource do not belong together, whatever the resource says. */
function expandAll(sources: readonly EventSource[], zones: ZoneResolver, window: ReadContext): Expansion {
  const budget = new StepBudget(STEPS);
  const byUid = Map.groupBy(sources, (source) => source.uid);
  return joined([...byUid.values()].map((group) => expandEvents(group, zones, window, budget)));
}

function isRecurring(sources: readonly EventSource[]): boolean {
  const masters = sources.filter((source) => source.override === null);
  return masters.some(recurs) || (masters.length > 0 && masters.length < sources.length);
}

function flagsOf(sources: readonly EventSource[], zones: ZoneResolver, repaired: boolean): Flag[] {
  const flags: Flag[] = repaired ? ['repaired'] : [];
  flags.push(...sources.flatMap((source) => source.flags));
  if (zones.metUnknown) flags.push('unknown-zone');
  if (zones.metDifference) flags.push('zone-differs');
  if (new Set(sources.map((source) => source.uid)).size > 1) flags.push('mixed-uids');
  return flags;
}

/** Of a task or a journal, which is kept and not shown. */
function uidOf(scanned: ScannedCalendar): string {
  const [first] = scanned.components.filter((component) => component.name !== 'VTIMEZONE');
  return first ? readUid(new EventLines(first)) : '';
}
