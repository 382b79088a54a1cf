import { parseSource, type SourceComponent, writeNode } from '../text/source-document.ts';
import { ianaZone } from '../zone/iana-zone.ts';
import { ZoneResolver } from '../zone/resolve-zone.ts';
import { patchTexts } from './patch/patch-texts.ts';
import { asStart, patchTimes } from './patch/patch-times.ts';
import { checkExists, checkOrder, wantedMoment } from './patch/wanted-time.ts';
import { checkInstances, checkPace } from './series/check-instances.ts';
import { setLine } from './text/component-lines.ts';
import type { EditResult, EventFields } from './text/event-fields.ts';
import { readPart } from './text/event-text.ts';
import { PRODUCT } from './text/product.ts';
import { attempt, refuse } from './text/refused.ts';
import { checkedRule } from './text/rule-text.ts';
import { textValue } from './text/text-value.ts';
import { formFor, timeText } from './text/time-form.ts';
import { stampOf } from './text/touch.ts';
import { timeZonesFor } from './zones/time-zones-for.ts';

export interface NewEvent {
  readonly uid: string;
  readonly now: Temporal.Instant;
}

const LINE_END = '\r\n';

/**
 * A new calendar object (RFC 4791, 4.1) with one VEVENT and the definitions of its zones. Nobody is invited: there is
 * no ORGANIZER and no ATTENDEE. Refusals are `bad-time`, `bad-rule`, `bad-text` and `no-instances`.
 */
export function createEvent(fields: EventFields, { uid, now }: NewEvent): EditResult {
  return attempt(() => {
    if (uid.trim() === '') refuse('edit-identity-missing');
    // Floating times and whole days are written as they are said, in whatever zone they will be read.
    const zones = new ZoneResolver(ianaZone('UTC'), []);
    const event = eventOf(skeleton(textValue(uid), stampOf(now)), fields, zones);
    const definitions = timeZonesFor([event], [], LINE_END, 'UTC');
    const text = calendarText([...definitions, writeNode(event)]);
    checkInstances(text, 'UTC');
    if (fields.rrule !== null) checkPace(text, 'UTC');
    return { ok: true, text, split: null };
  });
}

function skeleton(uid: string, stamp: string): SourceComponent {
  const lines = [
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `CREATED:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    'SEQUENCE:0',
  ];
  const [empty] = parseSource('BEGIN:VEVENT\r\nEND:VEVENT\r\n').nodes as [SourceComponent];
  return lines.reduce((event, line) => setLine(event, line, { lineEnd: LINE_END }), empty);
}

function eventOf(empty: SourceComponent, fields: EventFields, zones: ZoneResolver): SourceComponent {
  const around = { zones, defined: new Set<string>(), lineEnd: LINE_END };
  const start = wantedMoment(fields.start, zones);
  const end = wantedMoment(fields.end, zones);
  checkExists(start, end);
  checkOrder(start, end);
  const line = timeText('DTSTART', formFor(start, []), asStart(start), null);
  const started = setLine(empty, line, around);
  const { source } = readPart(started, 0, zones);
  const now = { start: source.start ?? start, length: { kind: 'exact', ms: 0 } as const };
  const timed = patchTimes(started, now, { start: null, end }, around);
  const { rrule } = fields;
  const ruled = rrule === null ? timed : setLine(timed, `RRULE:${checkedRule(rrule, start, zones)}`, around);
  const { summary, ...rest } = fields;
  return patchTexts(ruled, summary === '' ? rest : { summary, ...rest }, around);
}

function calendarText(parts: readonly string[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', PRODUCT, ''].join(LINE_END);
  return `${head}${parts.join('')}END:VCALENDAR${LINE_END}`;
}
