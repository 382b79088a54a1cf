import type { Moment } from '../../event/moment.ts';
import { readProperty, textOf } from '../../text/property.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import { firstLine } from '../text/component-lines.ts';
import type { EventPatch } from '../text/event-fields.ts';
import { type EventPart, timesOf } from '../text/event-text.ts';
import { refuse } from '../text/refused.ts';
import { sameRule } from '../text/rule-text.ts';
import { typedText } from '../text/text-value.ts';
import { alarmsOf, sameAlarms } from './alarms.ts';
import type { TextPatch } from './patch-texts.ts';
import type { WantedTimes } from './patch-times.ts';
import { checkExists, checkOrder, endMoment, sameEnd, sameMoment, wantedMoment } from './wanted-time.ts';

/** What a patch changes in one VEVENT, without what is so already. */
export interface RealChanges {
  readonly texts: TextPatch;
  readonly times: WantedTimes;
  /** Undefined: as it is. */
  readonly rule: string | null | undefined;
}

export function realChanges(part: EventPart, patch: EventPatch, zones: ZoneResolver): RealChanges {
  const { rrule } = part.source.component;
  const ruleStays = patch.rrule === undefined || sameRule(patch.rrule, rrule);
  return {
    texts: changedTexts(part, patch),
    times: changedTimes(part, patch, zones),
    rule: ruleStays ? undefined : patch.rrule,
  };
}

export function isNothing({ texts, times, rule }: RealChanges): boolean {
  return Object.keys(texts).length === 0 && !changesTime(times) && rule === undefined;
}

export function changesTime({ start, end }: WantedTimes): boolean {
  return start !== null || end !== null;
}

/** What other people's calendars must hear of: SEQUENCE counts it (RFC 5545, 3.8.7.4). */
export function isSignificant(changes: RealChanges): boolean {
  return changesTime(changes.times) || changes.rule !== undefined || changes.texts.status !== undefined;
}

function changedTexts(part: EventPart, patch: EventPatch): TextPatch {
  const { component } = part.source;
  const changed: { -readonly [Field in keyof TextPatch]: TextPatch[Field] } = {};
  const { summary, location, description, url, status, transparent, classification, alarms } = patch;
  if (summary !== undefined && !says(part, 'SUMMARY', component.summary, summary)) changed.summary = summary;
  if (location !== undefined && !says(part, 'LOCATION', component.location, location)) {
    changed.location = location;
  }
  if (description !== undefined && !says(part, 'DESCRIPTION', component.description, description)) {
    changed.description = description;
  }
  if (url !== undefined && !says(part, 'URL', component.url, url)) changed.url = url;
  if (status !== undefined && status !== component.status) changed.status = status;
  if (transparent !== undefined && transparent !== component.transparent) changed.transparent = transparent;
  if (classification !== undefined && classification !== component.classification) {
    changed.classification = classification;
  }
  if (alarms !== undefined && !sameAlarms(alarms, alarmsOf(part.node).minutes)) changed.alarms = alarms;
  return changed;
}

/**
 * Whether that is what the text says, or what is shown of it: a form that gives back a long text as it was shown,
 * cut and without control characters, has not changed it.
 */
function says(part: EventPart, name: string, shown: string | null, wanted: string | null): boolean {
  const line = firstLine(part.node, name);
  const said = line ? textOf(readProperty(line.text)) : null;
  const text = typedText(wanted ?? '');
  return text === typedText(said ?? '') || text === (shown ?? '');
}

function changedTimes(part: EventPart, patch: EventPatch, zones: ZoneResolver): WantedTimes {
  if (patch.start === undefined && patch.end === undefined) return { start: null, end: null };
  const now = timesOf(part);
  const oldEnd = endMoment(now.start, now.length);
  const start = patch.start === undefined ? now.start : wantedMoment(patch.start, zones);
  const end = patch.end === undefined ? null : wantedMoment(patch.end, zones);
  const moved = !sameMoment(start, now.start);
  if (!moved && (end === null || sameEnd(end, oldEnd))) return { start: null, end: null };
  if (moved) checkExists(start);
  if (end !== null && !sameEnd(end, oldEnd)) checkExists(end);
  if (end === null) checkKind(start, now.start);
  else checkOrder(start, end);
  return { start: moved ? start : null, end };
}

/** Without an end there must be a length to keep. */
function checkKind(start: Moment, old: Moment): void {
  if (start.kind !== old.kind) refuse('edit-end-missing');
}
